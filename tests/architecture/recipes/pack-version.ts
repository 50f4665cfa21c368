import { expect } from 'vitest';
import type * as RegistryModule from '#assessments/packs/registry.ts';
import { asJson, behind, type Followed } from './recipe.ts';

const PACKS = 'assessments/packs';
const NEXT = `${PACKS}/green-factory/1.1.0`;

export const packVersion: Followed = {
  title: 'Release a version of a pack',
  copied: { from: `${PACKS}/green-factory/1.0.0`, to: NEXT },
  edits: {
    [`${NEXT}/pack.json`]: asJson<{ version: string; upgrade?: object }>((pack) => {
      pack.version = '1.1.0';
      pack.upgrade = { from: '1.0.0', renamed: {} };
    }),
    [`${NEXT}/questions/MAT.json`]: asJson<{ stem: Record<string, string> }[]>(([first]) => {
      if (first !== undefined) first.stem['en'] = 'How far has energy saving in halls and lighting come?';
    }),
    [`${PACKS}/releases.ts`]: behind(
      './green-factory/1.0.0/index.ts',
      "export { release as greenFactory110 } from './green-factory/1.1.0/index.ts';",
    ),
  },
  holds: async ({ load }) => {
    const { library } = await load<typeof RegistryModule>(`${PACKS}/registry.ts`);
    expect(library.versions('green-factory')).toEqual(['1.0.0', '1.1.0']);
    const stems = ['1.0.0', '1.1.0'].map((version) => library.pack('green-factory', version)?.questions[8]?.stem.en);
    expect(stems[0]).not.toBe(stems[1]);
    expect(library.newest.packs['green-factory'].version).toBe('1.1.0');
  },
};

import { expect } from 'vitest';
import { asJson, type Followed } from './recipe.ts';

const ID = 'quilting-machine';

export const machineKind: Followed = {
  title: 'Add a kind of machine',
  edits: {
    'seeds/machines/home-textile.json': asJson<{ kinds: object[] }>(({ kinds }) => {
      kinds.push({
        id: ID,
        name: { 'zh-CN': '多针绗缝机组', en: 'Multi-needle quilting unit' },
        unit: 'machine',
        subSectors: ['HOME'],
        processes: ['home-textile'],
        production: true,
        main: true,
        mark: 'proposal',
        features: ['automatic'],
      });
    }),
  },
  holds: async ({ load }) => {
    const { knownIds } = await load<typeof import('#renderer/documents/composer/known-ids.ts')>(
      'renderer/documents/composer/known-ids.ts',
    );
    const { readDossier } = await load<typeof import('#assessments/schema/read-dossier.ts')>(
      'assessments/schema/read-dossier.ts',
    );
    const { dossierJson } = await load<typeof import('#tests/support/dossiers.ts')>('tests/support/dossiers.ts');
    const having = (kind: string) =>
      readDossier(
        JSON.stringify({ ...dossierJson(), facts: { '2025': { machines: [{ kind, count: 3 }] } } }),
        knownIds,
      );
    expect(having(ID).ok).toBe(true);
    expect(having('quilting-dream').ok).toBe(false);
  },
};

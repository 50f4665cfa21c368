import { expect } from 'vitest';
import type * as DeidentifyModule from '#assessments/exchange/deidentify.ts';
import type * as DossierModule from '#assessments/schema/dossier.ts';
import type * as ReadDossierModule from '#assessments/schema/read-dossier.ts';
import type * as KnownIdsModule from '#renderer/documents/composer/known-ids.ts';
import { asJson, behind, type Followed } from './recipe.ts';

export const enterpriseField: Followed = {
  title: 'Add a field of the enterprise',
  edits: {
    'assessments/schema/dossier.ts': behind('employees: Quantity.optional(),', '  foundedIn: Year.optional(),'),
    'renderer/features/enterprise/profile.tsx': behind(
      '<CreditCodeField value={code}',
      `        <FigureField
          label={say('founded-in')}
          value={enterprise.foundedIn}
          onCommit={(year) => set({ foundedIn: year === null ? undefined : (year as Enterprise['foundedIn']) })}
        />`,
    ),
    'renderer/i18n/texts.json': asJson<Record<string, object>>((texts) => {
      texts['founded-in'] = { 'zh-CN': '成立年份', en: 'Founded in' };
    }),
    'renderer/features/home/dossier-parts.ts': behind(
      "employees: leaf(say('place-employees')),",
      "    foundedIn: leaf(say('founded-in')),",
    ),
    'assessments/exchange/deidentify.ts': behind('employees: true,', '  foundedIn: true,'),
    'docs/dossier.md': (text) =>
      text.replace('sub-sectors, processes, contacts', 'sub-sectors, processes, founding year, contacts'),
  },
  holds: async ({ load, read }) => {
    const { Enterprise } = await load<typeof DossierModule>('assessments/schema/dossier.ts');
    const enterprise = { name: '示例一厂', subSectors: [], processes: [] };
    expect(Enterprise.safeParse({ ...enterprise, foundedIn: 1998 }).success).toBe(true);
    expect(Enterprise.safeParse({ ...enterprise, foundedIn: 'long ago' }).success).toBe(false);
    const { deidentified } = await load<typeof DeidentifyModule>('assessments/exchange/deidentify.ts');
    const { readDossier } = await load<typeof ReadDossierModule>('assessments/schema/read-dossier.ts');
    const { knownIds } = await load<typeof KnownIdsModule>('renderer/documents/composer/known-ids.ts');
    const demo = JSON.parse(read('seeds/demo/demo-garment.json')) as { enterprise: object };
    const dossier = readDossier(
      JSON.stringify({ ...demo, enterprise: { ...demo.enterprise, foundedIn: 1998 } }),
      knownIds,
    );
    if (!dossier.ok) throw new Error('the dossier is refused');
    const kept = deidentified(dossier.value, { id: 'disguised', codeName: '甲厂', keepsEvidence: false });
    expect(kept.enterprise['foundedIn']).toBe(1998);
  },
};

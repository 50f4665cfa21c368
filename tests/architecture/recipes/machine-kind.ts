import { expect } from 'vitest';
import type * as ReadDossierModule from '#assessments/schema/read-dossier.ts';
import type * as KnownIdsModule from '#renderer/documents/composer/known-ids.ts';
import type * as DossiersModule from '#tests/support/dossiers.ts';
import { asJson, type Followed } from './recipe.ts';

const ID = 'towel-edge-sealer';

export const machineKind: Followed = {
  title: 'Add a kind of machine',
  edits: {
    'seeds/machines/home-textile.json': asJson<{ kinds: object[] }>(({ kinds }) => {
      kinds.push({
        id: ID,
        name: { 'zh-CN': '毛巾缝边流水线', en: 'Towel hemming line' },
        unit: 'machine',
        subSectors: ['HOME'],
        processes: ['home-textile'],
        production: true,
        main: true,
        mark: 'proposal',
        features: ['automatic'],
      });
    }),
    'assessments/reporting/figures/process-steps.json': asJson<{ steps: { id: string; kinds: string[] }[] }>(
      ({ steps }) => {
        steps.find(({ id }) => id === 'sewing')?.kinds.push(ID);
      },
    ),
  },
  holds: async ({ load }) => {
    const { knownIds } = await load<typeof KnownIdsModule>('renderer/documents/composer/known-ids.ts');
    const { readDossier } = await load<typeof ReadDossierModule>('assessments/schema/read-dossier.ts');
    const { dossierJson } = await load<typeof DossiersModule>('tests/support/dossiers.ts');
    const having = (kind: string) =>
      readDossier(
        JSON.stringify({ ...dossierJson(), facts: { '2025': { machines: [{ kind, count: 3 }] } } }),
        knownIds,
      );
    expect(having(ID).ok).toBe(true);
    expect(having('towel-dream').ok).toBe(false);
  },
};

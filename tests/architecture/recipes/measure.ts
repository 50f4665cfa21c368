import { expect } from 'vitest';
import type * as PlanReferencesModule from '#renderer/documents/composer/plan-references.ts';
import { asJson, type Followed } from './recipe.ts';

const ID = 'EN90';

export const measure: Followed = {
  title: 'Add a measure',
  edits: {
    'seeds/measures/water-energy-green.json': asJson<{ measures: object[]; sources: object }>(
      ({ measures, sources }) => {
        const [source] = Object.keys(sources);
        const range = { low: 1, planned: 2, high: 4 };
        const basis = { 'zh-CN': '自拟，按一台设备估算', en: 'our estimate for one machine' };
        measures.push({
          id: ID,
          name: { 'zh-CN': '空压站余热烧热水', en: 'Hot water from compressor heat' },
          what: { 'zh-CN': '把空压机的余热换成生活热水。', en: 'Compressor heat makes hot water.' },
          lifts: [],
          saves: [
            {
              flow: 'heat',
              share: { low: 0.001, planned: 0.002, high: 0.004 },
              basis,
              source,
              mark: 'sourced-S2',
            },
          ],
          reaches: [],
          requires: [],
          excludes: [],
          applies: {},
          stage: 'green',
          upgrade: null,
          cost: { fixed: range, per: null, basis, source: null, mark: 'proposal' },
          payback: null,
          months: { range, mark: 'proposal' },
          effort: 1,
          risk: { 'zh-CN': '夏天用不完热水，要留旁路。', en: 'In summer there is more heat than use.' },
          proof: [{ 'zh-CN': '热水表记录', en: 'Hot-water meter' }],
          provider: 'energy-service',
          service: null,
          training: null,
          pains: ['energy-water'],
          sources: [source],
          mark: 'proposal',
        });
      },
    ),
  },
  holds: async ({ load }) => {
    const { catalogue } = await load<typeof PlanReferencesModule>('renderer/documents/composer/plan-references.ts');
    expect(catalogue.byId.get(ID)?.saves).toHaveLength(1);
  },
};

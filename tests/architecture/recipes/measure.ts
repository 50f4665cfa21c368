import { expect } from 'vitest';
import type * as PlanReferencesModule from '#renderer/documents/composer/plan-references.ts';
import { asJson, type Followed } from './recipe.ts';

const ID = 'EN90';

export const measure: Followed = {
  title: 'Add a measure',
  edits: {
    'seeds/measures/energy.json': asJson<{ measures: object[] }>(({ measures }) => {
      const range = { low: 1, planned: 2, high: 4 };
      const basis = { 'zh-CN': '自拟：每台回收 15 kW × 4,000 h', en: 'our estimate: 15 kW a machine × 4,000 h' };
      const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
      measures.push({
        id: ID,
        name: text('空压站余热烧热水', 'Hot water from compressor heat'),
        what: text('把空压机的余热换成生活热水。', 'Compressor heat makes hot water.'),
        whatFor: {},
        applies: {},
        scope: {
          kinds: ['compressor'],
          lacks: 'heat-recovery',
          typical: { micro: 1, small: 2, medium: 4, large: 8 },
        },
        inPlaceAt: [],
        lifts: [],
        effects: [
          {
            kind: 'flow',
            flow: 'heat',
            endUse: 'all',
            share: { low: 0.001, planned: 0.002, high: 0.004 },
            basis,
            source: null,
            mark: 'proposal',
          },
        ],
        isDeep: false,
        requires: [],
        excludes: [],
        stage: 'green',
        upgrade: null,
        cost: {
          fixed: { low: 0, planned: 0, high: 0 },
          per: { per: { kind: 'unit' }, wan: range },
          fee: null,
          basis,
          source: null,
          mark: 'proposal',
        },
        cases: [],
        months: { range, mark: 'proposal' },
        effort: 1,
        risk: text('夏天用不完热水，要留旁路。', 'In summer there is more heat than use.'),
        proof: [text('热水表记录', 'Hot-water meter')],
        acceptance: text('热水表连续三十天读数不低于设计值的九成。', 'The meter reads 90 % of design for thirty days.'),
        provider: 'energy-service',
        service: null,
        training: null,
        pains: ['energy-water'],
        sources: [],
        mark: 'proposal',
      });
    }),
  },
  holds: async ({ load }) => {
    const { catalogue } = await load<typeof PlanReferencesModule>('renderer/documents/composer/plan-references.ts');
    expect(catalogue.byId.get(ID)?.effects).toHaveLength(1);
  },
};

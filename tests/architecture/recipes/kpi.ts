import { expect } from 'vitest';
import type * as DemoMillsModule from '#tests/support/demo-mills.ts';
import { asJson, behind, fresh, type Followed } from './recipe.ts';

const PACK = 'assessments/packs/water-efficiency/1.0.0';

export const kpi: Followed = {
  title: 'Add a KPI',
  edits: {
    'assessments/kpis/k10.ts': fresh(`import { readOn } from '../indicators/readings.ts';
import { percentage } from '../indicators/sums.ts';
import { ALL_SITES, type FactKpi, NEVER, onAnchors, UNMOVED } from './kpi.ts';

/** Share of the intake that is ground water, %. */
export const k10: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts }) => readOn(kpi, percentage(facts.now['water.intake.ground'], facts.now['water.plan'])),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'linear',
  brought: null,
  movedBy: UNMOVED,
  figure: { isBenchmark: false },
};
`),
    'assessments/kpis/kpis.ts': (text) =>
      behind(
        "import { k9 } from './k9.ts';",
        "import { k10 } from './k10.ts';",
      )(behind('K9: k9,', '  K10: k10,')(text)),
    [`${PACK}/pack.json`]: asJson<{ kpis: object[] }>(({ kpis }) => {
      kpis.push({
        id: 'K10',
        name: { 'zh-CN': '地下水占计划用水比例', en: 'Ground water of the plan' },
        stem: {
          'zh-CN': '地下水占计划用水比例：全年地下水取水量除以下达的计划用水量。',
          en: 'Ground water drawn in the year divided by the planned quota.',
        },
        unit: '%',
        weight: { wet: 1, dry: 1 },
        anchors: [
          {
            key: 'all',
            unit: '%',
            values: [0, 5, 10, 30, 60],
            marks: Array.from({ length: 5 }, () => 'proposal'),
            basis: { 'zh-CN': '自拟', en: 'proposed' },
          },
        ],
        source: 'zhizhen',
        mark: 'proposal',
      });
    }),
    [`${PACK}/guidance/KPI.json`]: asJson<Record<string, object>>((guidance) => {
      guidance['K10'] = {
        why: {
          'zh-CN': '超采区的机井说封就封，靠井水吃饭的车间一停就是全厂停，所以早一步换水源早一步安心。',
          en: 'Wells in over-drawn areas are closed at short notice, and the mill with them.',
        },
        goodEnough: {
          'zh-CN': '井水只占一成以内并且有取水许可证，监管部门来查就不用担心；降到零就可以申请封井奖励。',
          en: 'A tenth at most, with a licence, is safe.',
        },
        doBetter: {
          'zh-CN': '先把冷却和冲洗从井水切到再生水，这两处对水质要求低，管道改动也小，一个月就见得到变化。',
          en: 'Move cooling and washing down from well water to reclaimed water first.',
        },
        proof: [{ kind: 'document', 'zh-CN': '取水许可证和计划用水批复文件', en: 'Licence and planned quota' }],
        ask: { 'zh-CN': '给排水管理员', en: 'Water manager' },
      };
    }),
  },
  holds: async ({ load }) => {
    const { demoMills } = await load<typeof DemoMillsModule>('tests/support/demo-mills.ts');
    for (const { result, workbook } of demoMills()) {
      expect(result.packs['water-efficiency']?.trace.map((line) => line.question)).toContain('K10');
      expect(JSON.stringify(workbook)).toContain('K10');
    }
  },
};

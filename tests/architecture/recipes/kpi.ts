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
        examples: {
          SPINNING: {
            'zh-CN':
              '空调洗涤室用井水最多，先把喷淋补水接到再生水，只留夏季最热那几周用井水降温，并装一块单独的表记数。',
            en: 'Air washers draw most well water: connect the make-up to reclaimed water and meter the hot weeks apart.',
          },
          WEAVING: {
            'zh-CN': '喷水机台的补水要先过滤软化，可用再生水替掉井水；空压机冷却塔补水第二步换，井口装表按班抄下来。',
            en: 'Filtered and softened reclaimed water replaces the well for water-jet make-up, cooling towers second.',
          },
          KNITTING: {
            'zh-CN': '针织车间用井水多在空调和宿舍，先把冲厕、浇洒改成再生水，空调补水等水质化验两次合格以后再换。',
            en: 'Flushing and watering move to reclaimed water first, climate make-up after two good water tests.',
          },
          DYEING: {
            'zh-CN':
              '染色用水对硬度和铁离子敏感，先替下洗车间地面、配碱和冷却这几路井水，再拿深色布做小样看色光变不变。',
            en: 'Replace floor washing, lye and cooling first, then test dark shades for a change of tone.',
          },
          GARMENT: {
            'zh-CN':
              '成衣厂井水多半进了宿舍和绿化，先分表查清一个月的流向，再把冲厕改接市政再生水，蒸汽发生器仍用自来水。',
            en: 'Meter where well water goes for a month, then flush with reclaimed water; boilers stay on mains.',
          },
          HOME: {
            'zh-CN':
              '家纺厂先看烘房冷却和消防补水是不是井水，冷却能循环就不抽新水，消防池一年换一次的水也可以用雨水补。',
            en: 'Loop the cooling of dryers instead of pumping, and refill the fire pond with rain water.',
          },
          FIBER: {
            'zh-CN':
              '制冷站循环补水量大，先用再生水掺兑并盯住氯离子和硬度；纺丝工艺水仍用软水，井口每天记一次水位和抽水时数。',
            en: 'Blend reclaimed water into the chiller loop watching chloride; process water stays softened.',
          },
        },
        proof: [{ kind: 'document', 'zh-CN': '取水许可证和计划用水批复文件', en: 'Licence and planned quota' }],
        ask: { 'zh-CN': '管水电汽的人', en: 'Whoever looks after water, power and steam' },
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

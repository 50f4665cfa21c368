import { describe, expect, it } from 'vitest';
import { millOf } from '#assessments/reporting/report-input.ts';
import { documentsOf } from '#assessments/reporting/documents-of.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { AS_OF, demoJson, planned, REQUESTS } from '#tests/support/planned-mills.ts';
import { allBlocks, headingsOf, textOf } from '#tests/support/report-texts.ts';
import { tableOf } from '#tests/support/workbooks.ts';

const mills = Object.entries(REQUESTS).flatMap(([id, request]) =>
  (['zh-CN', 'en'] as const).map((language) => ({ id, language, ...planned(demoJson(id), language, request) })),
);

describe('a plan at its edges', () => {
  it('says first which gates the money does not close, and asks nobody to sign', () => {
    const { documents, plan } = planned(demoJson('demo-dyeing'), 'zh-CN', { budgetWan: 0 });
    expect(plan.plan.gatesOpen.length).toBeGreaterThan(0);
    const [callout] = documents.brief.blocks.filter(({ kind }) => kind === 'callout');
    const first = callout === undefined ? '' : textOf([callout]);
    expect(first).toMatch(/示例印染有限公司的钱不够关掉全部一票项：[^。]+关不掉，[^。]+合计要[\d,.]+万元，预算0万元/);
    for (const gate of plan.plan.gatesOpen) expect(first).toContain(gate);
    const text = textOf(documents.report.blocks);
    if (plan.plan.planned.length > 0) return expect(text).toContain('一票否决项关不掉');
    expect(text).toContain('在0万元预算内没有既放得下又值得做的措施');
    expect(text).not.toContain('计划投入组织实施');
  });

  it('shows the mill’s own measures, quotes, people and days, and money that was granted', () => {
    const json = demoJson('demo-dyeing');
    const taken = planned(json, 'zh-CN', REQUESTS['demo-dyeing']);
    const [bought] = taken.plan.plan.planned.filter(({ benefit }) => (benefit?.planned ?? 0) > 0);
    const id = bought?.item.id ?? '';
    const { documents, workbook, plan } = planned(
      {
        ...json,
        plan: {
          madeOn: AS_OF,
          diagnosis: 'd1',
          request: { budgetWan: 60, granted: [{ policy: 'equipment-renewal-interest-2026', amountWan: 5 }] },
          items: [
            {
              id,
              quotes: [
                { supplier: '甲公司', wan: 12 },
                { supplier: '乙公司', wan: 9, on: '2026-10-01' },
                { supplier: '丙公司', wan: 10 },
              ],
              owner: '张工',
              startOn: '2027-01-10',
              endOn: '2027-03-01',
            },
            { id: 'own-1', phase: 2, own: { name: '自建污泥干化棚', costWan: 31 }, note: '已谈妥' },
          ],
        },
      },
      'zh-CN',
    );
    const text = textOf(allBlocks(documents));
    for (const part of [
      '自建污泥干化棚',
      '3家报价：甲公司 12万元、乙公司 9万元（2026-10-01）、丙公司 10万元；取中位10万元',
      '张工',
      '2027-01-10至2027-03-01',
      '已谈妥',
      '其中织诊估算占0%',
      '企业自筹\n36\n',
      '已获批：',
      '预算65万元',
    ])
      expect(text).toContain(part);
    expect(tableOf(workbook, '费用效益').rows.map((row) => [row[0], ...row.slice(2, 6)])).toEqual(
      plan.plan.planned.map(({ measure }) =>
        measure === null ? ['—', 31, 31, 31, '企业报价'] : [id, 9, 10, 12, '企业报价'],
      ),
    );
  });

  it('is no chapter and no sheet where there is no plan', () => {
    const { input } = planned(demoJson('demo-spinning'), 'zh-CN', REQUESTS['demo-spinning']);
    const { report } = documentsOf(millOf({ ...input, plan: null }));
    expect(headingsOf(report, 1)).not.toContainEqual(expect.stringMatching(/方案|投资与效益/));
  });
});

describe('the sheets of the plan', () => {
  const NAMES = {
    'zh-CN': ['方案', '效益明细', '三种做法', '待查清', '对接'],
    en: ['Plan', 'Savings', 'Aims', 'To find out', 'Docking'],
  };

  it.each(mills)('hold the plan of $id in $language with money as numbers', ({ plan, workbook, language }) => {
    const [measures, savings, aims, verify, docking] = NAMES[language].map((name) => tableOf(workbook, name));
    const { planned: entries, alternatives } = plan.plan;
    expect(measures?.rows.map((row) => [row[1], row[5], row[6]])).toEqual(
      entries.map(({ item, cost, benefit }) => [
        item.id,
        rounded(cost.planned),
        benefit === null ? (language === 'zh-CN' ? '未计价' : 'not priced') : rounded(benefit.planned),
      ]),
    );
    expect(savings?.rows).toHaveLength(entries.reduce((sum, { lines }) => sum + lines.length, 0));
    expect(aims?.rows.map((row) => row[2])).toEqual(
      (['level', 'money', 'balanced'] as const).map((aim) => rounded(alternatives[aim].cost.planned)),
    );
    expect(verify?.rows.map((row) => row[1])).toEqual(plan.plan.verify.map(({ id }) => id));
    for (const { rows, columns } of [measures, savings, aims, verify, docking].flatMap((sheet) => sheet ?? []))
      for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});

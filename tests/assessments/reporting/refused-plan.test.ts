import { describe, expect, it } from 'vitest';
import { millOf } from '#assessments/reporting/report-input.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import { nodeFonts } from '#electron/cli/node-fonts.ts';
import { renderPdf } from '#renderer/documents/pdf/render-pdf.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { demoJson, planned, reportedPlan, REQUESTS } from '#tests/support/planned-mills.ts';
import { textOf } from '#tests/support/report-texts.ts';

describe('a mill of which too little is known', () => {
  const blank = reportedPlan(dossierJson({ name: '某某印染厂', subSectors: ['DYEING'] }), 'zh-CN', { budgetWan: 300 });

  it('gets a data request: what is missing and whom to ask, with candidates, but no plan, no sum and no level', () => {
    const { outcome } = blank.refused ?? {};
    if (outcome?.kind !== 'too-little-known') throw new Error('it is not refused');
    const blocks = reportOf(
      millOf({ ...blank.input, choices: { chapters: ['plan', 'plan-annexes'], preparedBy: '' } }),
    ).blocks;
    const text = textOf(blocks);
    expect(text).toContain('资料清单（补齐后再做方案）');
    for (const { id, kind } of outcome.missing) if (kind !== 'fact') expect(text).toContain(id);
    expect(outcome.candidates.length).toBeGreaterThan(0);
    for (const { offer } of outcome.candidates) expect(text).toContain(offer.measure.name['zh-CN']);
    for (const word of ['已证明', '合计', '实施后', '三种做法', '承诺与签章'])
      expect(text.replaceAll('合计和预计等级', '')).not.toContain(word);
  });

  it('has the request as a sheet, and none of a plan', () => {
    const names = blank.workbook.sheets.map(({ name }) => name);
    expect(names).toContain('待查清');
    expect(names).not.toContain('方案');
  });

  it('reads at most four pages', async () => {
    const pagesOf = async (chapters: readonly ['plan'] | readonly []) => {
      const input = { ...blank.input, choices: { chapters, preparedBy: '' } };
      return renderPdf(reportOf(millOf(input)), await nodeFonts()).pages;
    };
    expect((await pagesOf(['plan'])) - (await pagesOf([]))).toBeLessThanOrEqual(4);
  });
});

describe('what must be in the plan and does not fit', () => {
  it('says by how much money and people it is over, and what excludes what', () => {
    const { plan } = planned(demoJson('demo-dyeing'), 'zh-CN', REQUESTS['demo-dyeing']);
    const must = plan.plan.planned.map(({ item }) => item.id);
    const over = reportedPlan(demoJson('demo-dyeing'), 'zh-CN', { budgetWan: 1, people: 0.1, must });
    const { outcome } = over.refused ?? {};
    if (outcome?.kind !== 'does-not-fit') throw new Error('it fits');
    const text = textOf(over.report.blocks);
    expect(text).toMatch(/超出预算[\d,.]+万元/);
    expect(text).toMatch(/36个月里还差[\d,.]+人月/);
    expect(text).not.toContain('三种做法');
  });
});

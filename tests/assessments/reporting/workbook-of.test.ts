import { describe, expect, it } from 'vitest';
import { indicatorTable } from '#assessments/reporting/chapters/indicator-table.ts';
import { plannedMillOf } from '#assessments/reporting/planned-mill.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import type { WorkbookSheet } from '#assessments/reporting/report-workbook.ts';
import { computed } from '#assessments/reporting/shown-figure.ts';
import { gapsOf } from '#assessments/scoring/gaps.ts';
import { rounded, shownFigure, shownPoints, shownShare } from '#assessments/scoring/shown-number.ts';
import { demoMills, reported } from '#tests/support/demo-mills.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { demoJson, planned, REQUESTS } from '#tests/support/planned-mills.ts';
import { columnOf, tableOf } from '#tests/support/workbooks.ts';

const mills = demoMills();

describe.each(mills.map((mill) => [mill.dossier.id, mill] as const))('the workbook of %s', (_id, mill) => {
  const { workbook, dossier, result, input } = mill;
  const [diagnosis] = dossier.diagnoses;

  it('begins with a cover that names mill, day and hash, and leads to every other sheet', () => {
    const [cover, ...others] = workbook.sheets;
    const cells = cover?.kind === 'page' ? cover.rows.flat().flatMap((cell) => cell ?? []) : [];
    const texts = cells.map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining([dossier.enterprise.name, result.asOf, result.inputHash]));
    expect(cells.flatMap(({ link }) => link ?? [])).toEqual(others.map(({ name }) => name));
  });

  it('has a cell in every column of every row, and no table too wide to be read on a page', () => {
    for (const sheet of workbook.sheets.filter((one) => one.kind === 'table')) {
      for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
      expect(widthOf(sheet), sheet.name).toBeLessThanOrEqual(WIDEST);
    }
  });

  it('lists every answer, with the points of the trace as the report shows them', () => {
    const answers = tableOf(workbook, '答案');
    const ids = columnOf(answers, '编号');
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(diagnosis?.answers ?? {}).filter((id) => !ids.includes(id))).toEqual([]);
    const lines = Object.values(result.packs).flatMap((pack) => pack.trace);
    const [low, weight] = [columnOf(answers, '得分下限'), columnOf(answers, '权重')];
    ids.forEach((id, i) => {
      const line = lines.find(({ question }) => question === id);
      expect([low[i], weight[i]]).toEqual(
        line === undefined ? [null, null] : [Number(shownPoints(line.points.low)), shownShare(line.weight)],
      );
    });
  });

  it('ranks the gaps as the summary does', () => {
    const gaps = gapsOf(result, input.scored.pinned);
    const sheet = tableOf(workbook, '差距');
    expect(columnOf(sheet, '编号')).toEqual(gaps.map(({ question }) => question));
    expect(columnOf(sheet, '最多拉低总分')).toEqual(
      gaps.map((gap) => (gap.kind === 'points' ? Number(shownFigure(gap.size)) : null)),
    );
  });

  it('holds the facts of every year and every indicator as numbers', () => {
    const facts = tableOf(workbook, '年度数据');
    for (const [year, figures] of Object.entries(dossier.facts))
      for (const [id, value] of Object.entries(figures)) {
        if (typeof value !== 'number') continue;
        expect(facts.rows.find((row) => row[0] === Number(year) && row.at(-1) === id)?.[3]).toBe(value);
      }
    const sheet = tableOf(workbook, '指标');
    const values = new Map(columnOf(sheet, '数据字段').map((id, i) => [id, columnOf(sheet, '数值')[i]]));
    for (const [id, { value }] of Object.entries(result.indicators))
      if (id === 'water.meter-fitting') expect(values.get(id)).toMatch(/^1级\d+\/\d+块/u);
      else if (value !== null) expect([id, values.get(id)]).toEqual([id, Number(computed(value).replaceAll(',', ''))]);
      else expect(['待核实', '不适用']).toContain(values.get(id));
  });

  it('gives every KPI the points that the report gives it', () => {
    const whole = millOf(input);
    const printed = whole.topics
      .flatMap((topic) => indicatorTable(topic, whole))
      .flatMap((block) => (block.kind === 'table' ? block.rows : []))
      .map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)))
      .map(([name = '', , points]) => [name.split(' ')[0], points]);
    const sheet = tableOf(workbook, '指标');
    const [low, high] = [columnOf(sheet, '得分下限'), columnOf(sheet, '得分上限')];
    const held = columnOf(sheet, '编号').flatMap((id, i) => {
      const [from, to] = [Number(low[i]).toFixed(1), Number(high[i]).toFixed(1)];
      return id === null ? [] : [[id, from === to ? from : `${from}–${to}`]];
    });
    expect(printed.length).toBeGreaterThan(0);
    expect(held).toEqual(printed);
  });
});

describe.each(Object.entries(REQUESTS))('the plan of %s in the workbook', (id, request) => {
  const { input, workbook } = planned(demoJson(id), 'zh-CN', request);
  const mill = plannedMillOf(millOf(input));
  const plan = mill?.plan;

  it('adds up to the totals of the report, sheet by sheet', () => {
    const total = (name: string, title: string) => {
      const { columns, totals = [] } = tableOf(workbook, name);
      const cell = totals[columns.findIndex((column) => column.title === title)];
      return cell === null || typeof cell !== 'object' ? cell : cell.value;
    };
    for (const name of ['方案', '费用效益', '对接']) expect(total(name, '计划费用')).toBe(plan?.cost.planned);
    for (const name of ['方案', '费用效益', '效益明细']) expect(total(name, '计划年效益')).toBe(plan?.benefit?.planned);
    for (const name of ['方案', '费用效益', '效益明细'])
      expect(total(name, '保守年效益')).toBe(plan?.benefit?.cautious);
    expect(total('费用效益', '费用上限')).toBe(plan?.cost.high);
    expect(total('方案', '计划回收期')).toBe(rounded(plan?.payback?.planned ?? 0));
    expect(total('费用效益', '保守回收期')).toBe(rounded(plan?.payback?.cautious ?? 0));
  });

  it('offers the states to choose from, and names of owners that an office may lengthen', () => {
    const { columns } = tableOf(workbook, '方案');
    const lists = tableOf(workbook, '名单');
    const choices = columns.flatMap((column) => column.choices ?? []);
    expect(choices.map(({ sheet, isClosed }) => [sheet, isClosed])).toEqual([
      ['名单', false],
      ['名单', true],
    ]);
    expect(columnOf(lists, '进度').filter((name) => name !== null)).toEqual(['计划', '已开工', '已完成', '已放弃']);
    expect(columnOf(lists, '负责人').filter((name) => name !== null).length).toBeGreaterThan(0);
  });

  it('has units in the heads of money, years and points', () => {
    for (const sheet of workbook.sheets.filter((one) => one.kind === 'table'))
      for (const { kind, unit, title } of sheet.columns)
        if (kind === 'wan' || /回收期|得分|自身/.test(title)) expect([sheet.name, title, unit ?? '']).not.toContain('');
  });
});

/** What an A4 page on its side prints at four fifths of 10 points. */
const WIDEST = 190;

function widthOf(sheet: Exclude<WorkbookSheet, { kind: 'page' }>): number {
  return sheet.columns.reduce((sum, { width }) => sum + width, 0);
}

describe('the evidence of a workbook', () => {
  it('names the questions that a file stands at, whichever way its hash is written', () => {
    const hash = 'a'.repeat(64);
    const json = {
      ...dossierJson({ answers: { 'IM-ORG-01': { self: { rung: 3 }, evidence: [`sha256:${hash}`] } } }),
      evidence: [{ sha256: hash, name: '台账.xlsx', addedOn: '2026-03-02', bytes: 12 }],
    };
    expect(tableOf(reported(json).workbook, '附件清单').rows).toEqual([
      ['台账.xlsx', 'IM-ORG-01', '2026-03-02', null, 12, hash],
    ]);
  });

  it('names a file as it is listed and as it is called where it was added', () => {
    const hash = 'a'.repeat(64);
    const added = (name: string) => ({
      self: { rung: 3 },
      evidence: [`sha256:${hash}`],
      evidenceNames: { [`sha256:${hash}`]: name },
    });
    const json = {
      ...dossierJson({ answers: { 'IM-ORG-01': added('台账.xlsx'), 'IM-ORG-02': added('设备台账.xlsx') } }),
      evidence: [{ sha256: hash, name: '台账.xlsx' }],
    };
    const [row] = tableOf(reported(json).workbook, '附件清单').rows;
    expect(row?.[0]).toBe('台账.xlsx、设备台账.xlsx');
  });
});

describe('the tables of the annexes', () => {
  it.each(mills.map((mill) => [mill.dossier.id, mill] as const))(
    'stand in the workbook of %s',
    (_id, { workbook, documents }) => {
      const held = new Set(
        workbook.sheets.flatMap((sheet) =>
          sheet.kind === 'page' ? sheet.rows.flat().flatMap((cell) => (cell === null ? [] : [String(cell.value)])) : [],
        ),
      );
      const blocks = documents.annexes.blocks;
      const chapter = (key: string) => blocks.findIndex((block) => block.kind === 'heading' && block.key === key);
      for (const key of ['annex-gates', 'annex-sheets', 'annex-norms']) {
        const from = chapter(key);
        if (from === -1) continue;
        const next = blocks.findIndex((block, i) => i > from && block.kind === 'heading' && block.level === 1);
        const cells = blocks
          .slice(from, next === -1 ? undefined : next)
          .flatMap((block) => (block.kind === 'table' ? block.rows.flatMap((row) => row.cells) : []))
          .map((cell) => (typeof cell === 'string' ? cell : cell.text));
        expect(cells.length).toBeGreaterThan(3);
        expect(cells.filter((text) => !held.has(text))).toEqual([]);
      }
    },
  );
});

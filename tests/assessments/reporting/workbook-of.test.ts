import { describe, expect, it } from 'vitest';
import type { ReportWorkbook } from '#assessments/reporting/report-workbook.ts';
import { gapsOf } from '#assessments/scoring/gaps.ts';
import { computed } from '#assessments/reporting/shown-figure.ts';
import { shownFigure, shownPoints, shownShare } from '#assessments/scoring/shown-number.ts';
import { demoMills, reported } from '#tests/support/demo-mills.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

function sheet({ sheets }: ReportWorkbook, name: string) {
  const found = sheets.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  const at = (title: string) => found.columns.findIndex((column) => column.title === title);
  return { ...found, column: (title: string) => found.rows.map((row) => row[at(title)]) };
}

const mills = demoMills();

describe.each(mills.map((mill) => [mill.dossier.id, mill] as const))('the workbook of %s', (_id, mill) => {
  const { workbook, dossier, result, input } = mill;
  const [diagnosis] = dossier.diagnoses;

  it('has a cell in every column of every row', () => {
    for (const { rows, columns } of workbook.sheets) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it('lists every answer, with the points of the trace as the report shows them', () => {
    const answers = sheet(workbook, '答案');
    const ids = answers.column('编号');
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(diagnosis?.answers ?? {}).filter((id) => !ids.includes(id))).toEqual([]);
    const lines = Object.values(result.packs).flatMap((pack) => pack.trace);
    const [low, weight] = [answers.column('得分下限'), answers.column('权重')];
    ids.forEach((id, i) => {
      const line = lines.find(({ question }) => question === id);
      expect([low[i], weight[i]]).toEqual(
        line === undefined ? [null, null] : [Number(shownPoints(line.points.low)), shownShare(line.weight)],
      );
    });
  });

  it('ranks the gaps as the summary does', () => {
    const gaps = gapsOf(result, input.scored.pinned);
    expect(sheet(workbook, '差距').column('编号')).toEqual(gaps.map(({ question }) => question));
    expect(sheet(workbook, '差距').column('最多拉低总分')).toEqual(
      gaps.map((gap) => (gap.kind === 'points' ? Number(shownFigure(gap.size)) : null)),
    );
  });

  it('holds the facts of every year and every indicator as numbers', () => {
    const facts = sheet(workbook, '年度数据');
    for (const [year, figures] of Object.entries(dossier.facts))
      for (const [id, value] of Object.entries(figures)) {
        if (typeof value !== 'number') continue;
        expect(facts.rows.find((row) => row[0] === Number(year) && row.at(-1) === id)?.[3]).toBe(value);
      }
    const values = sheet(workbook, '指标').column('数值');
    expect(values).toEqual(
      Object.values(result.indicators).map(({ value }) =>
        value === null ? '待核实' : Number(computed(value).replaceAll(',', '')),
      ),
    );
  });
});

describe('the evidence of a workbook', () => {
  it('names the questions that a file stands at, whichever way its hash is written', () => {
    const hash = 'a'.repeat(64);
    const json = {
      ...dossierJson({ answers: { 'IM-ORG-01': { self: { rung: 3 }, evidence: [`sha256:${hash}`] } } }),
      evidence: [{ sha256: hash, name: '台账.xlsx', addedOn: '2026-03-02', bytes: 12 }],
    };
    expect(sheet(reported(json).workbook, '附件清单').rows).toEqual([
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
    const [row] = sheet(reported(json).workbook, '附件清单').rows;
    expect(row?.[0]).toBe('台账.xlsx、设备台账.xlsx');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { cellName, type ReportWorkbook } from '#assessments/reporting/report-workbook.ts';
import { renderXlsx } from '#renderer/documents/xlsx/render-xlsx.ts';
import { awkwardReport, COMMENT, LONG_WORD, NAME, TORTURE } from '#tests/support/awkward-report.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { converted, sheetsOf, unescaped } from '#tests/support/office.ts';
import { withoutSpace } from '#tests/support/pdf.ts';
import { demoJson, planned, REQUESTS } from '#tests/support/planned-mills.ts';
import { toolMissing } from '#tests/support/tools.ts';
import { placedCells } from '#tests/support/workbooks.ts';

const missing = toolMissing('soffice');

const awkward: ReportWorkbook = {
  language: 'zh-CN',
  meta: awkwardReport.meta,
  running: { ...awkwardReport.running, header: `5 & 6 ${NAME.repeat(4)}` },
  sheets: [
    {
      kind: 'page',
      name: 'Page',
      widths: [20, 10, 10],
      rows: [
        [{ value: NAME, look: 'title', span: 3 }],
        [
          null,
          { value: 2, look: 'input' },
          { value: 0.2, look: 'input', kind: 'percent', decimals: 0, isChange: true },
        ],
        [
          { value: '<&>', look: 'link', link: "附件's 清单 & <一>" },
          { value: 2.4, look: 'result', formula: 'ROUND(B2*(1+C2),1)' },
          { value: '不定', look: 'result', formula: 'IF(B2>0,"不定",0)' },
        ],
      ],
    },
    {
      kind: 'table',
      name: "附件's 清单 & <一>",
      columns: [
        { title: TORTURE, width: 20, kind: 'text' },
        { title: '数', unit: 'm³', width: 10, kind: 'number', decimals: 1 },
        { title: '率', width: 10, kind: 'percent', decimals: 1 },
        { title: '日', width: 12, kind: 'date', choices: { sheet: '空', range: 'A2:A9', isClosed: true } },
        { title: '万元', width: 12, kind: 'wan', decimals: 2 },
      ],
      rows: [
        [TORTURE, 1234.5, 0.123, '2026-11-24', 46800],
        [COMMENT, 0, 1, '1900-03-01', 1e12],
        [LONG_WORD, '待核实', null, '去年', -3],
        ['=1+1', 1e-7, 0, '2024-02-29', null],
        ['_x0041_', 2, 0, null, null],
        ['长'.repeat(40_000), 3, 0, null, null],
      ],
      totals: [NAME, { by: 'sum', value: 1239.5 }, null, null, { by: { column: 1, over: 1 }, value: 1 }],
    },
    { kind: 'table', name: '空', columns: [{ title: NAME, width: 8, kind: 'text' }], rows: [] },
  ],
};

const workbooks: readonly (readonly [string, ReportWorkbook])[] = [
  ...(['zh-CN', 'en'] as const).flatMap((language) =>
    Object.entries(REQUESTS).map(
      ([id, request]) =>
        [`the plan of ${id} in ${language}`, planned(demoJson(id), language, request).workbook] as const,
    ),
  ),
  ...(['zh-CN', 'en'] as const).flatMap((language) =>
    demoMills(language).map(({ dossier, workbook }) => [`${dossier.id} in ${language}`, workbook] as const),
  ),
  ['awkward texts', awkward],
];

/** What a cell can hold of a text. */
function holdable(text: string): string {
  const held = text.replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll('_x0041_', '_x005F_x0041_');
  return held.length > 32_767 ? `${held.slice(0, 32_766)}…` : held;
}

const files = workbooks.map(([, workbook]) => renderXlsx(workbook));
let opened: readonly Uint8Array[] = [];
beforeAll(() => {
  if (missing === null) opened = converted(files, 'xlsx', 'fods');
});

describe.each(workbooks.map(([name, workbook], at) => [name, workbook, at] as const))(
  'the Excel file of %s',
  (_name, workbook, at) => {
    const bytes = files[at] ?? new Uint8Array();
    const sheets = sheetsOf(bytes);

    it('holds every cell, numbers as numbers, days as days, and totals as formulas', () => {
      expect(sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
      workbook.sheets.forEach((sheet, i) => {
        const { cells = {}, formulas = {} } = sheets[i] ?? {};
        const placed = placedCells(sheet, workbook.language);
        expect(Object.keys(cells).sort()).toEqual(placed.map(({ at }) => at).sort());
        for (const { at, value, formula, isDay } of placed) {
          const held = typeof value === 'number' ? value : isDay && /^\d/.test(value) ? daysOf(value) : holdable(value);
          expect([sheet.name, at, cells[at]]).toEqual([sheet.name, at, held]);
          if (formula === null) expect(formulas[at]).toBeUndefined();
          else expect(formulas[at]).toContain(formula);
        }
      });
    });

    it('freezes the head of every table, filters below it, and prints every sheet one page wide', () => {
      sheets.forEach(({ xml }, i) => {
        const sheet = workbook.sheets[i];
        expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
        if (sheet?.kind !== 'table') return;
        const last = cellName(sheet.columns.length - 1, sheet.rows.length);
        expect(xml).toContain(`<autoFilter ref="A1:${last}"/>`);
        expect(xml).toContain('state="frozen"');
        const lists = sheet.columns.filter(({ choices }) => choices !== undefined).length;
        expect(xml.match(/<dataValidation /g) ?? []).toHaveLength(sheet.rows.length === 0 ? 0 : lists);
      });
    });

    it('gives the same bytes again', () => {
      expect(Buffer.from(renderXlsx(workbook)).equals(Buffer.from(bytes))).toBe(true);
    });

    it.skipIf(missing !== null)('opens in LibreOffice, which finds the same texts and numbers', () => {
      const read = new TextDecoder().decode(opened[at]);
      const texts = new Set(
        [...read.matchAll(/<table:table-cell[^>]*office:value-type="string"[^>]*>(.*?)<\/table:table-cell>/gs)].map(
          ([, content = '']) => withoutSpace(unescaped(content.replaceAll(/<[^>]*>/g, ''))),
        ),
      );
      const placed = workbook.sheets.flatMap((sheet) => placedCells(sheet, workbook.language));
      const expected = placed.flatMap(({ value, isDay }) =>
        typeof value === 'string' && !isDay ? withoutSpace(holdable(value).replaceAll('_x005F_', '_')) : [],
      );
      expect(expected.filter((text) => !texts.has(text))).toEqual([]);
      const numbers = new Set([...read.matchAll(/office:value="([^"]+)"/g)].map((match) => shown(Number(match[1]))));
      const wanted = placed.flatMap(({ value }) => (typeof value === 'number' ? value : []));
      expect(wanted.length).toBeGreaterThan(7);
      expect(wanted.filter((value) => !numbers.has(shown(value)))).toEqual([]);
      for (const { name } of workbook.sheets) expect(unescaped(read)).toContain(`table:name="${name}"`);
      expect(read.match(/table:display-filter-buttons="true"/g)).toHaveLength(
        workbook.sheets.filter(({ kind }) => kind === 'table').length,
      );
    });

    it.skipIf(missing !== null)('has formulas that come to what it says, computed anew by LibreOffice', () => {
      const computed = formulasOf(new TextDecoder().decode(opened[at]));
      const stated = workbook.sheets.flatMap((sheet) =>
        placedCells(sheet, workbook.language).flatMap(({ value, formula }) => (formula === null ? [] : [value])),
      );
      expect(computed).toEqual(stated.map((value) => (typeof value === 'number' ? shown(value) : value)));
    });
  },
);

/** What every formula of a flat spreadsheet came to, in the order of sheets, rows and cells. */
function formulasOf(fods: string): string[] {
  return [
    ...fods.matchAll(/<table:table-cell([^>]*table:formula="[^"]*"[^>]*)>\s*(?:<text:p>([^<]*)<\/text:p>)?/g),
  ].map(([, looks = '', text = '']) => {
    const number = /office:value="([^"]+)"/.exec(looks)?.[1];
    return number === undefined ? unescaped(text) : shown(Number(number));
  });
}

/** LibreOffice writes no more digits than a reader can tell apart. */
function shown(value: number): string {
  return value.toPrecision(12);
}

/** Days since the one that Excel calls 0, from March 1900 on. */
function daysOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

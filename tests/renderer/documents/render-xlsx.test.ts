import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportWorkbook } from '#assessments/reporting/report-workbook.ts';
import { renderXlsx } from '#renderer/documents/xlsx/render-xlsx.ts';
import { awkwardReport, COMMENT, LONG_WORD, NAME, TORTURE } from '#tests/support/awkward-report.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { converted, sheetsOf, unescaped } from '#tests/support/office.ts';
import { withoutSpace } from '#tests/support/pdf.ts';
import { toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('soffice');

const awkward: ReportWorkbook = {
  language: 'zh-CN',
  meta: awkwardReport.meta,
  running: { ...awkwardReport.running, header: `5 & 6 ${NAME.repeat(4)}` },
  sheets: [
    {
      name: "附件's 清单 & <一>",
      columns: [
        { title: TORTURE, width: 20, kind: 'text' },
        { title: '数', width: 10, kind: 'number' },
        { title: '率', width: 10, kind: 'percent', decimals: 1 },
        { title: '日', width: 12, kind: 'date' },
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
    },
    { name: '空', columns: [{ title: NAME, width: 8, kind: 'text' }], rows: [] },
  ],
};

const workbooks: readonly (readonly [string, ReportWorkbook])[] = [
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

function cellName(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`;
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

    it('holds every cell, numbers as numbers and days as days', () => {
      expect(sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
      workbook.sheets.forEach(({ columns, rows }, i) => {
        const cells = sheets[i]?.cells ?? {};
        columns.forEach(({ title }, k) => expect(cells[cellName(k, 1)]).toBe(holdable(title)));
        rows.forEach((row, r) =>
          row.forEach((cell, k) => {
            const held = cells[cellName(k, r + 2)];
            if (cell === null || cell === '') expect(held).toBeUndefined();
            else if (typeof cell === 'number') expect(held).toBe(cell);
            else if (columns[k]?.kind === 'date' && /^\d/.test(cell)) expect(held).toBe(daysOf(cell));
            else expect(held).toBe(holdable(cell));
          }),
        );
      });
    });

    it('freezes the head of every sheet and filters below it', () => {
      sheets.forEach(({ xml }, i) => {
        const sheet = workbook.sheets[i];
        const last = cellName((sheet?.columns.length ?? 0) - 1, (sheet?.rows.length ?? 0) + 1);
        expect(xml).toContain(`<autoFilter ref="A1:${last}"/>`);
        expect(xml).toContain('state="frozen"');
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
      const cells = workbook.sheets.flatMap(({ rows, columns }) =>
        rows.flatMap((row) => row.filter((cell, k) => typeof cell === 'string' && columns[k]?.kind !== 'date')),
      ) as string[];
      const expected = cells.map((cell) => withoutSpace(holdable(cell).replaceAll('_x005F_', '_')));
      expect(expected.filter((cell) => cell !== '' && !texts.has(cell))).toEqual([]);
      const numbers = new Set([...read.matchAll(/office:value="([^"]+)"/g)].map((match) => shown(Number(match[1]))));
      const wanted = workbook.sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'number'));
      expect(wanted.length).toBeGreaterThan(7);
      expect(wanted.filter((value) => !numbers.has(shown(value)))).toEqual([]);
      for (const { name } of workbook.sheets) expect(unescaped(read)).toContain(`table:name="${name}"`);
      expect(read.match(/table:display-filter-buttons="true"/g)).toHaveLength(workbook.sheets.length);
    });
  },
);

/** LibreOffice writes no more digits than a reader can tell apart. */
function shown(value: number): string {
  return value.toPrecision(12);
}

/** Days since the one that Excel calls 0, from March 1900 on. */
function daysOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

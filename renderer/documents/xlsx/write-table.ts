import {
  cellName,
  headOf,
  sheetReference,
  type ReportWorkbook,
  type WorkbookCell,
  type WorkbookColumn,
  type WorkbookTable,
} from '../../../assessments/reporting/report-workbook.ts';
import { element, escaped } from '../ooxml/xml.ts';
import type { CellStyles } from './cell-styles.ts';
import { excelDay } from './days.ts';
import { heightOf } from './row-height.ts';
import { emptyCell, formulaCell, numberCell, textCell } from './write-cell.ts';
import type { SheetContent } from './write-sheet.ts';

/** A table: its head frozen, its rows to be filtered, its totals below them as formulas. */
export function tableContent(
  sheet: WorkbookTable,
  language: ReportWorkbook['language'],
  styles: CellStyles,
): SheetContent {
  const { columns, rows, frozen = 0 } = sheet;
  const heads = columns.map((column) => headOf(column, language));
  const head = element(
    'row',
    { r: 1, ht: 9 + heightOf(heads.map((text, i) => [text, columns[i]?.width ?? 1])), customHeight: 1 },
    ...columns.map((column, i) => textCell(heads[i] ?? '', cellName(i, 0), styles.ofText('head', isOfNumbers(column)))),
  );
  const body = rows.map((cells, i) =>
    element(
      'row',
      { r: i + 2, ht: heightOf(cells.map((cell, k) => [String(cell ?? ''), columns[k]?.width ?? 1])) },
      ...columns.map((column, k) => writtenCell(cells[k] ?? null, column, cellName(k, i + 1), styles)),
    ),
  );
  const last = totalRow(sheet, styles);
  return {
    range: cellName(0, 0) + ':' + cellName(columns.length - 1, rows.length + (last === '' ? 0 : 1)),
    widths: columns.map(({ width }) => width),
    rows: head + body.join('') + last,
    after: element('autoFilter', { ref: filteredRange(sheet) }) + validations(sheet),
    frozen: { columns: frozen, rows: 1, at: cellName(frozen, 1) },
    hasGrid: true,
  };
}

/** The head and all rows that can be filtered, such as `A1:J20`; totals stand below. */
export function filteredRange({ columns, rows }: WorkbookTable): string {
  return `A1:${cellName(columns.length - 1, rows.length)}`;
}

function writtenCell(cell: WorkbookCell, column: WorkbookColumn, at: string, styles: CellStyles): string {
  if (cell === null || cell === '') return column.choices === undefined ? '' : emptyCell(at, styles.ofEmpty(column));
  const day = column.kind === 'date' && typeof cell === 'string' ? excelDay(cell) : null;
  const value = day ?? cell;
  return typeof value === 'string'
    ? textCell(value, at, styles.ofText('text', isOfNumbers(column)))
    : numberCell(value, at, styles.ofNumber('text', value, column));
}

/** Words among numbers stand as these do. */
function isOfNumbers({ kind }: WorkbookColumn): boolean {
  return kind !== 'text';
}

/** What each column comes to, with the value that the formula has today. */
function totalRow({ columns, rows, totals = [] }: WorkbookTable, styles: CellStyles): string {
  if (totals.length === 0) return '';
  const at = (k: number) => cellName(k, rows.length + 1);
  return element(
    'row',
    { r: rows.length + 2 },
    ...columns.map((column, k) => {
      const total = totals[k] ?? null;
      if (total === null) return emptyCell(at(k), styles.ofText('total'));
      if (typeof total === 'string') return textCell(total, at(k), styles.ofText('total'));
      const { by, value } = total;
      const sum =
        by === 'sum' ? `SUM(${cellName(k, 1)}:${cellName(k, rows.length)})` : `${at(by.column)}/${at(by.over)}`;
      const formula = `ROUND(${sum},${column.decimals ?? 0})`;
      return formulaCell(formula, value, at(k), styles.ofNumber('total', value, column));
    }),
  );
}

/** Lists to choose from, an element for each column that has one. */
function validations({ columns, rows }: WorkbookTable): string {
  const lists = columns.flatMap(({ choices }, k) =>
    choices === undefined || rows.length === 0
      ? []
      : element(
          'dataValidation',
          {
            type: 'list',
            allowBlank: 1,
            showErrorMessage: choices.isClosed ? 1 : undefined,
            sqref: `${cellName(k, 1)}:${cellName(k, rows.length)}`,
          },
          element('formula1', {}, escaped(sheetReference(choices.sheet) + absolute(choices.range))),
        ),
  );
  return lists.length === 0 ? '' : element('dataValidations', { count: lists.length }, ...lists);
}

/** `A2:A40` as `$A$2:$A$40`. */
export function absolute(range: string): string {
  return range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

import type { RunningText } from '../../../assessments/reporting/report-document.ts';
import type { WorkbookCell, WorkbookColumn, WorkbookSheet } from '../../../assessments/reporting/report-workbook.ts';
import { element, escaped, xmlPart } from '../ooxml/xml.ts';
import { SPREADSHEET, type CellStyles } from './cell-styles.ts';
import { excelDay } from './days.ts';

/** Excel holds no longer text in a cell, and no longer head or foot of a page. */
const MOST_IN_CELL = 32_767;
const MOST_IN_RUNNING_TEXT = 255;
const HEAD_HEIGHT = 24;
const LINE_HEIGHT = 15;
/** Excel has no higher row. */
const HIGHEST = 409;

/** One sheet: its head frozen and repeated in print, its rows to be filtered, as wide as a page when printed. */
export function sheetPart(sheet: WorkbookSheet, running: RunningText, styles: CellStyles): string {
  const { columns, rows } = sheet;
  const head = element(
    'row',
    { r: 1, ht: HEAD_HEIGHT, customHeight: 1 },
    ...columns.map((column, i) => textCell(column.title, reference(i, 1), styles.headOf(column))),
  );
  const body = rows.map((cells, i) =>
    element(
      'row',
      { r: i + 2, ht: heightOf(cells, columns) },
      ...columns.map((column, k) => writtenCell(cells[k] ?? null, column, reference(k, i + 2), styles)),
    ),
  );
  return xmlPart(
    element(
      'worksheet',
      { xmlns: SPREADSHEET },
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element('dimension', { ref: rangeOf(sheet) }),
      element(
        'sheetViews',
        {},
        element(
          'sheetView',
          { workbookViewId: 0 },
          element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' }),
          element('selection', { pane: 'bottomLeft', activeCell: 'A2', sqref: 'A2' }),
        ),
      ),
      element('sheetFormatPr', { defaultRowHeight: LINE_HEIGHT }),
      element(
        'cols',
        {},
        ...columns.map(({ width }, i) => element('col', { min: i + 1, max: i + 1, width, customWidth: 1 })),
      ),
      element('sheetData', {}, head, ...body),
      element('autoFilter', { ref: rangeOf(sheet) }),
      element('pageMargins', { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }),
      element('pageSetup', { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 }),
      element(
        'headerFooter',
        {},
        element('oddHeader', {}, runningLine(running.header, running.mark)),
        element('oddFooter', {}, runningLine(running.footer, running.pageNumber)),
      ),
    ),
  );
}

/** The head and all rows, such as `A1:J20`. */
export function rangeOf({ columns, rows }: WorkbookSheet): string {
  return `A1:${reference(columns.length - 1, rows.length + 1)}`;
}

function writtenCell(cell: WorkbookCell, column: WorkbookColumn, at: string, styles: CellStyles): string {
  if (cell === null || cell === '') return '';
  const day = column.kind === 'date' && typeof cell === 'string' ? excelDay(cell) : null;
  const value = day ?? cell;
  const style = styles.styleOf(value, column);
  if (typeof value === 'string') return textCell(value, at, style);
  return element('c', { r: at, s: style }, element('v', {}, String(value)));
}

function textCell(text: string, at: string, style: number): string {
  const cut = text.length > MOST_IN_CELL ? `${text.slice(0, MOST_IN_CELL - 1)}…` : text;
  return element(
    'c',
    { r: at, s: style, t: 'inlineStr' },
    element('is', {}, element('t', { 'xml:space': 'preserve' }, escaped(literal(cut)))),
  );
}

/** `_x000A_` would be read as the character of that number. */
function literal(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** What the longest text of a row takes; a reader sets it anew when the row is changed. */
function heightOf(cells: readonly WorkbookCell[], columns: readonly WorkbookColumn[]): number {
  const lines = cells.map((cell, i) => (typeof cell === 'string' ? linesOf(cell, (columns[i]?.width ?? 1) - 1) : 1));
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE_HEIGHT);
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length + wideOf(line)) / Math.max(1, width))), 0);
}

function wideOf(text: string): number {
  return text.match(/[\u1100-\u115f\u2e80-\uffe6]/g)?.length ?? 0;
}

/** Cell names: A1, B1, … AA1. */
function reference(column: number, row: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${row}`;
}

/** Text at the left and at the right of a printed page; the page number's placeholders become codes. */
function runningLine(left: string, right: string): string {
  const coded = (text: string) =>
    text.replaceAll('&', '&&').replaceAll('{page}', '&P').replaceAll('{pages}', '&N').replaceAll(/\s+/g, ' ');
  const end = right === '' ? '' : `&R${coded(right)}`;
  return escaped(`&L${coded(left).slice(0, MOST_IN_RUNNING_TEXT - end.length - 2)}${end}`);
}

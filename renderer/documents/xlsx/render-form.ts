import { cellName, sheetReference } from '../../../assessments/reporting/report-workbook.ts';
import { officePackage, relationshipsPart } from '../ooxml/office-package.ts';
import { element, escaped, xmlPart } from '../ooxml/xml.ts';
import { CellStyles, SPREADSHEET } from './cell-styles.ts';
import type { FormCell, FormSheet, FormWorkbook } from './form-workbook.ts';
import { heightOf } from './row-height.ts';
import { emptyCell, numberCell, textCell } from './write-cell.ts';
import { sheetPart, type SheetContent } from './write-sheet.ts';
import { absolute } from './write-table.ts';

const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The hidden sheet on which the lists stand, a row each. */
const LISTS = '_lists';

/** A form as an Excel file. The same form gives the same bytes. */
export function renderForm(form: FormWorkbook): Uint8Array {
  const styles = new CellStyles();
  const lists = new ListRows();
  const shown = form.sheets.map((sheet) => formContent(sheet, styles, lists));
  const sheets = [
    ...form.sheets.map(({ name, isHidden = false }, i) => ({ name, isHidden, content: shown[i] })),
    { name: LISTS, isHidden: true, content: formContent(lists.sheet(), styles, lists) },
  ].map(({ name, isHidden, content }, i) => ({
    name,
    isHidden,
    path: `xl/worksheets/sheet${i + 1}.xml`,
    contentType: `${KIND}.worksheet+xml`,
    content: content === undefined ? '' : sheetPart(content, form.running),
  }));
  return officePackage(
    { id: 'main', type: 'officeDocument', target: 'xl/workbook.xml' },
    [
      { path: 'xl/workbook.xml', contentType: `${KIND}.sheet.main+xml`, content: workbookPart(sheets) },
      ...sheets,
      { path: 'xl/styles.xml', contentType: `${KIND}.styles+xml`, content: styles.part() },
      relationshipsPart('xl/workbook.xml', [
        ...sheets.map((_, i) => ({ id: `sheet${i + 1}`, type: 'worksheet', target: `worksheets/sheet${i + 1}.xml` })),
        { id: 'styles', type: 'styles', target: 'styles.xml' },
      ]),
    ],
    form.meta,
    form.language,
  );
}

function workbookPart(sheets: readonly { readonly name: string; readonly isHidden: boolean }[]): string {
  return xmlPart(
    element(
      'workbook',
      { xmlns: SPREADSHEET, 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' },
      element('bookViews', {}, element('workbookView', { activeTab: 0 })),
      element(
        'sheets',
        {},
        ...sheets.map(({ name, isHidden }, i) =>
          element('sheet', {
            name,
            sheetId: i + 1,
            state: isHidden ? 'hidden' : undefined,
            'r:id': `sheet${i + 1}`,
          }),
        ),
      ),
    ),
  );
}

/** The lists that cells are chosen from, each kept once. */
class ListRows {
  readonly #rows: (readonly string[])[] = [];

  /** Where a list stands, as a formula. */
  placeOf(choices: readonly string[]): string {
    const known = this.#rows.findIndex((row) => row.join('\n') === choices.join('\n'));
    const row = known === -1 ? this.#rows.push(choices) - 1 : known;
    return sheetReference(LISTS) + absolute(`${cellName(0, row)}:${cellName(choices.length - 1, row)}`);
  }

  sheet(): FormSheet {
    const widest = Math.max(1, ...this.#rows.map((row) => row.length));
    return {
      name: LISTS,
      widths: Array.from({ length: widest }, () => 20),
      rows: this.#rows.map((row) => row.map((value) => ({ value, look: 'text' }))),
    };
  }
}

interface Placed {
  readonly cell: NonNullable<FormCell>;
  readonly column: number;
}

function formContent({ widths, rows, frozen }: FormSheet, styles: CellStyles, lists: ListRows): SheetContent {
  const merged: string[] = [];
  const chosen: string[] = [];
  const body = rows.map((cells, r) => {
    const placed = placesOf(cells);
    for (const { cell, column } of placed) {
      const at = cellName(column, r);
      if (cell.span !== undefined)
        merged.push(element('mergeCell', { ref: `${at}:${cellName(column + cell.span - 1, r)}` }));
      if (cell.choices !== undefined) chosen.push(listAt(at, lists.placeOf(cell.choices)));
    }
    return element(
      'row',
      { r: r + 1, ht: rowHeight(placed, widths), customHeight: 1 },
      ...placed.map(({ cell, column }) => written(cell, cellName(column, r), styles)),
    );
  });
  return {
    range: `A1:${cellName(widths.length - 1, Math.max(0, rows.length - 1))}`,
    widths,
    rows: body.join(''),
    after:
      (merged.length === 0 ? '' : element('mergeCells', { count: merged.length }, ...merged)) +
      (chosen.length === 0 ? '' : element('dataValidations', { count: chosen.length }, ...chosen)),
    frozen: frozen === undefined ? undefined : { ...frozen, at: cellName(frozen.columns, frozen.rows) },
    hasGrid: false,
  };
}

function placesOf(cells: readonly FormCell[]): Placed[] {
  let column = 0;
  return cells.flatMap((cell) => {
    const place = column;
    column += cell?.span ?? 1;
    return cell === null ? [] : [{ cell, column: place }];
  });
}

function rowHeight(placed: readonly Placed[], widths: readonly number[]): number {
  const isTitle = placed.some(({ cell }) => cell.look === 'title');
  return heightOf(
    placed.map(({ cell, column }) => [
      String(cell.value ?? ''),
      widths.slice(column, column + (cell.span ?? 1)).reduce((sum, width) => sum + width, 0),
    ]),
    isTitle ? 27 : 16,
  );
}

function written({ value, look, right = false }: NonNullable<FormCell>, at: string, styles: CellStyles): string {
  const style = styles.ofText(look, right);
  if (value === null || value === '') return emptyCell(at, style);
  return typeof value === 'number' ? numberCell(value, at, style) : textCell(value, at, style);
}

function listAt(sqref: string, formula: string): string {
  return element('dataValidation', { type: 'list', allowBlank: 1, sqref }, element('formula1', {}, escaped(formula)));
}

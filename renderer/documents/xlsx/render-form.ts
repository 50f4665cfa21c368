import { cellName, sheetReference } from '../../../assessments/reporting/report-workbook.ts';
import { element, escaped } from '../ooxml/xml.ts';
import { CellStyles } from './cell-styles.ts';
import type { FormCell, FormSheet, FormWorkbook } from './form-workbook.ts';
import { placesOf, widthOf, type PlacedCell } from './placed-cells.ts';
import { heightOf } from './row-height.ts';
import { workbookPackage, type WrittenSheet } from './workbook-package.ts';
import { emptyCell, numberCell, textCell } from './write-cell.ts';
import { sheetPart, type SheetContent } from './write-sheet.ts';
import { absolute } from './write-table.ts';

/** The hidden sheet on which the lists stand, a row each. */
const LISTS = '_lists';

/** A form as an Excel file. The same form gives the same bytes. */
export function renderForm({ sheets, running, meta, language }: FormWorkbook): Uint8Array {
  const styles = new CellStyles();
  const lists = new ListRows();
  const written = ({ name, isHidden = false, ...sheet }: FormSheet): WrittenSheet => ({
    name,
    isHidden,
    content: sheetPart(formContent({ name, ...sheet }, styles, lists), running),
  });
  const shown = sheets.map(written);
  return workbookPackage({ sheets: [...shown, written(lists.sheet())], styles, meta, language });
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
      isHidden: true,
      widths: Array.from({ length: widest }, () => 20),
      rows: this.#rows.map((row) => row.map((value) => ({ value, look: 'text' }))),
    };
  }
}

type Placed = PlacedCell<NonNullable<FormCell>>;

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

function rowHeight(placed: readonly Placed[], widths: readonly number[]): number {
  const isTitle = placed.some(({ cell }) => cell.look === 'title');
  return heightOf(
    placed.map((place) => [String(place.cell.value ?? ''), widthOf(place, widths)]),
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

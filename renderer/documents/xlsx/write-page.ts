import {
  cellName,
  sheetReference,
  type PageCell,
  type WorkbookPage,
} from '../../../assessments/reporting/report-workbook.ts';
import { element } from '../ooxml/xml.ts';
import type { CellStyles } from './cell-styles.ts';
import { placesOf, widthOf, type PlacedCell } from './placed-cells.ts';
import { heightOf } from './row-height.ts';
import { emptyCell, formulaCell, numberCell, textCell } from './write-cell.ts';
import type { SheetContent } from './write-sheet.ts';

/** Points that a line of the larger looks takes. */
const LINES = { title: 27, heading: 24 } as const;

/** A page of cells where they are needed, with what they are merged to and lead to. */
export function pageContent({ widths, rows }: WorkbookPage, styles: CellStyles): SheetContent {
  const merged: string[] = [];
  const links: string[] = [];
  const body = rows.map((cells, r) => {
    const placed = placesOf(cells);
    for (const { cell, column } of placed) {
      const { span = 1, link } = cell;
      const at = cellName(column, r);
      if (span > 1) merged.push(element('mergeCell', { ref: `${at}:${cellName(column + span - 1, r)}` }));
      if (link !== undefined)
        links.push(
          element('hyperlink', { ref: at, location: `${sheetReference(link)}A1`, display: String(cell.value) }),
        );
    }
    return element(
      'row',
      { r: r + 1, ht: rowHeight(placed, widths), customHeight: 1 },
      ...placed.map((place) => written(place, r, styles)),
    );
  });
  return {
    range: `A1:${cellName(widths.length - 1, Math.max(0, rows.length - 1))}`,
    widths,
    rows: body.join(''),
    after:
      (merged.length === 0 ? '' : element('mergeCells', { count: merged.length }, ...merged)) +
      (links.length === 0 ? '' : element('hyperlinks', {}, ...links)),
    hasGrid: false,
  };
}

type Placed = PlacedCell<NonNullable<PageCell>>;

function written({ cell, column }: Placed, row: number, styles: CellStyles): string {
  const { value, look, kind = 'number', decimals, isChange = false, right = false, formula, span = 1 } = cell;
  const at = cellName(column, row);
  const shape = { kind, isChange, ...(decimals === undefined ? {} : { decimals }) };
  const style = typeof value === 'number' ? styles.ofNumber(look, value, shape) : styles.ofText(look, right);
  const first =
    formula !== undefined
      ? formulaCell(formula, value, at, style)
      : typeof value === 'number'
        ? numberCell(value, at, style)
        : textCell(value, at, style);
  const covered = Array.from({ length: span - 1 }, (_, i) => emptyCell(cellName(column + i + 1, row), style));
  return first + covered.join('');
}

function rowHeight(placed: readonly Placed[], widths: readonly number[]): number {
  const heights = placed.map((place) => {
    const { value, look } = place.cell;
    const line = look === 'title' || look === 'heading' ? LINES[look] : undefined;
    const scale = look === 'title' ? 1.8 : look === 'heading' ? 1.2 : 1;
    return typeof value === 'string' ? heightOf([[value, widthOf(place, widths) / scale]], line) : heightOf([]);
  });
  return Math.max(heightOf([]), ...heights);
}

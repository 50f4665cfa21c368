/**
 * What a cell holds; null for an empty one. Of a formula it is what the formula came to when the file was saved. `isSpread`
 * is said of a cell that lies under a merged one and shows what that holds: it counts as a name, never as a figure.
 */
export type Cell = null | (CellValue & { readonly isSpread?: true });

type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `isPercent`: 0.85 that is shown as 85 %. */
  | { readonly kind: 'number'; readonly value: number; readonly isPercent?: true }
  /** A day, YYYY-MM-DD. */
  | { readonly kind: 'date'; readonly day: string }
  /** As Excel writes it, such as #REF!; `no-value` for a formula that was never computed. */
  | { readonly kind: 'error'; readonly code: string };

export interface Row {
  /** As the file counts it, from 1. */
  readonly number: number;
  /** Hidden by hand or by a filter. */
  readonly isHidden: boolean;
  /** Without the empty cells at its end. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows in which something stands. */
  readonly rows: readonly Row[];
}

/** Why a file was not read as a table. */
export type Refusal = 'old-xls' | 'encrypted' | 'web-page' | 'no-table' | 'damaged' | 'too-large' | 'empty';

export type ReadTable =
  { readonly ok: true; readonly sheets: readonly Sheet[] } | { readonly ok: false; readonly refusal: Refusal };

/** Cells that a sheet may have; more is no table of a mill. */
export const MOST_CELLS = 2_000_000;

/** Too many cells; the file is refused. */
export class TooLarge extends Error {}

/** What stands in a cell as it is read, empty for nothing; numbers plain. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  switch (cell.kind) {
    case 'text':
      return cell.text.trim();
    case 'number':
      return String(cell.value);
    case 'date':
      return cell.day;
    case 'error':
      return cell.code;
  }
}

import type { FormSheet } from '../../../documents/xlsx/form-workbook.ts';
import { textOf, type Sheet } from '../reading/table.ts';

const MARK = 'zhizhen-form';
const NAME = '_zhizhen';

/** What a template says of itself on a hidden sheet, so that it is known again when it comes back. */
export interface Marker {
  readonly kind: 'facts' | 'answers';
  /** Id and name of the mill that it was made for. */
  readonly enterprise: string;
  readonly name: string;
  readonly year: number;
  /** What stood in its cells when it went out, by `cellKey`. */
  readonly out: ReadonlyMap<string, string>;
}

/** What a cell of a template is called on the hidden sheet. */
export function cellKey(id: string, column: string | number): string {
  return `${id} ${column}`;
}

export function markerSheet({ kind, enterprise, name, year, out }: Marker): FormSheet {
  const rows = [[MARK, kind], [enterprise, name], [String(year)], ...out];
  return {
    name: NAME,
    isHidden: true,
    widths: [40, 40],
    rows: rows.map((row) => row.map((value) => ({ value, look: 'text' }))),
  };
}

/** What a workbook says of itself; null where it is no template. */
export function markerIn(sheets: readonly Sheet[]): Marker | null {
  const rows = sheets.find(({ rows: [first] }) => textOf(first?.cells[0]) === MARK)?.rows;
  const cell = (row: number, column: number) => textOf(rows?.[row]?.cells[column]);
  const kind = cell(0, 1);
  if (rows === undefined || (kind !== 'facts' && kind !== 'answers')) return null;
  return {
    kind,
    enterprise: cell(1, 0),
    name: cell(1, 1),
    year: Number(cell(2, 0)),
    out: new Map(rows.slice(3).map(({ cells }) => [textOf(cells[0]), textOf(cells[1])])),
  };
}

/** What a column of a table is for; `skip` for nothing. */
export const ROLES = ['skip', 'date', 'item', 'unit', 'value'] as const;
export type Role = (typeof ROLES)[number];

/** Where the heading of a table stands and what its columns are for. */
export interface Layout {
  /** Index of the last row of the heading among the rows of the sheet; -1 where the table has none. */
  readonly header: number;
  /** Rows that the heading takes: 0, 1 or 2. */
  readonly depth: 0 | 1 | 2;
  /** By column. */
  readonly roles: readonly Role[];
}

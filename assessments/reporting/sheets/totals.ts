import { rounded } from '../../scoring/shown-number.ts';
import type { WorkbookTable, WorkbookTotal } from '../report-workbook.ts';

/** What a column of a table comes to: its sum, or the total of one column over that of another; columns by their place. */
export type TotalRule = 'sum' | { readonly column: number; readonly over: number };

/** A table with its totals; without rows it has none, nor has a column without a number, or one over nothing. */
export function withTotals(
  table: WorkbookTable,
  label: string,
  rules: Readonly<Record<number, TotalRule>>,
): WorkbookTable {
  const { columns, rows } = table;
  if (rows.length === 0) return table;
  const labelled = columns.findIndex(({ kind }) => kind === 'text');
  const totals = columns.map((_, at): WorkbookTotal => {
    const by = rules[at];
    if (by === undefined) return at === labelled ? label : null;
    const value = by === 'sum' ? sumOf(at) : ratioOf(by);
    return value === null ? null : { by, value };
  });
  return { ...table, totals };

  function sumOf(at: number): number | null {
    const numbers = rows.flatMap((row) => (typeof row[at] === 'number' ? [row[at]] : []));
    if (numbers.length === 0) return null;
    return rounded(
      numbers.reduce((sum, value) => sum + value, 0),
      columns[at]?.decimals,
    );
  }

  function ratioOf({ column, over }: Exclude<TotalRule, 'sum'>): number | null {
    const [above, below] = [sumOf(column), sumOf(over)];
    return above === null || below === null || below <= 0 ? null : rounded(above / below);
  }
}

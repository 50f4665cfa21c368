import { figureInCell } from '../reading/figure-in-cell.ts';
import { textOf, type Row } from '../reading/table.ts';
import { bodyOf, headingsOf } from './find-header.ts';
import type { Layout, Role } from './layout.ts';
import { periodIn, yearIn, type Period } from './period.ts';
import { monthAbove } from './suggest-columns.ts';
import { isTotal } from './total-words.ts';
import { unitIn } from './units.ts';

/** What one thing in a table comes to in one year. */
export interface ItemSum {
  readonly item: string;
  /** As the table has it; empty where it says none. */
  readonly unit: string;
  /** Null where the table does not say it. */
  readonly year: number | null;
  readonly value: number;
  readonly isPercent: boolean;
  /** How many figures were added. */
  readonly figures: number;
  /** How many different months they are of; 0 where they are of none. */
  readonly months: number;
  /** Cells that hold no figure, such as `B7: #REF!`. */
  readonly unread: readonly string[];
}

export interface Summed {
  readonly sums: readonly ItemSum[];
  /** Rows that are the sum of others, and rows without a name or date among rows that have one. */
  readonly totals: number;
  /** Hidden rows that were left out. */
  readonly hidden: number;
}

interface Opened {
  readonly item: string;
  readonly unit: string;
  readonly year: number | null;
  value: number;
  isPercent: boolean;
  figures: number;
  readonly months: Set<number>;
  readonly unread: string[];
}

/** Adds up a table by item, unit and year; what is a total already, and hidden rows unless they are wanted, is left out. */
export function sumItems(rows: readonly Row[], layout: Layout, withHidden: boolean): Summed {
  const headings = headingsOf(rows, layout);
  const columns = (role: Role) => layout.roles.flatMap((held, column) => (held === role ? [column] : []));
  const [items, dates, units, values] = [columns('item'), columns('date'), columns('unit'), columns('value')];
  const sums = new Map<string, Opened>();
  let [totals, hidden] = [0, 0];
  for (const row of bodyOf(rows, layout)) {
    const names = items.map((column) => textOf(row.cells[column])).filter((text) => text !== '');
    const period = dates.map((column) => periodIn(row.cells[column])).find((found) => found !== null) ?? null;
    const figures = values.filter((column) => figureInCell(row.cells[column]).kind === 'figure');
    const isUnnamed = names.length === 0 && period === null && items.length + dates.length > 0;
    const isSum = [...items, ...dates].some((column) => isTotal(textOf(row.cells[column])));
    if (isSum || isUnnamed) {
      if (figures.length > 0) totals += 1;
      continue;
    }
    if (row.isHidden && !withHidden) {
      if (figures.length > 0) hidden += 1;
      continue;
    }
    for (const column of values) {
      const heading = headings[column] ?? '';
      const said = figureInCell(row.cells[column]);
      if (said.kind === 'nothing') continue;
      const above = monthAbove(heading);
      const when = joined(period, above);
      const item = itemOf(names.join(' '), above === null ? heading : '', values.length);
      const unit = units.map((at) => textOf(row.cells[at])).find((text) => text !== '') ?? unitIn(heading);
      const year = when.year ?? yearIn(heading);
      const key = JSON.stringify([item, unit, year]);
      const opened = sums.get(key) ?? newSum(item, unit, year);
      sums.set(key, opened);
      if (said.kind === 'refused') opened.unread.push(`${columnName(column)}${row.number}: ${said.text}`);
      else {
        opened.value += said.value;
        opened.figures += 1;
        opened.isPercent ||= said.isPercent;
        if (when.month !== null) opened.months.add(when.month);
      }
    }
  }
  return { sums: [...sums.values()].map(closed), totals, hidden };
}

function newSum(item: string, unit: string, year: number | null): Opened {
  return { item, unit, year, value: 0, isPercent: false, figures: 0, months: new Set(), unread: [] };
}

function closed({ months, value, ...rest }: Opened): ItemSum {
  return { ...rest, value: Number(value.toPrecision(12)), months: months.size };
}

/** Of a date beside and a month above the year and the month that either says. */
function joined(beside: Period | null, above: Period | null): Period {
  return { year: above?.year ?? beside?.year ?? null, month: above?.month ?? beside?.month ?? null };
}

/** What a figure is called: by its row, by its column, or by both where several columns count. */
function itemOf(name: string, heading: string, columns: number): string {
  const bare = heading.replace(/\s*[([【（].*$/, '');
  if (name === '') return bare;
  return columns > 1 && bare !== '' ? `${name} · ${bare}` : name;
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}

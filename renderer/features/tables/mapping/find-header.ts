import { figureInCell } from '../reading/figure-in-cell.ts';
import { textOf, type Cell, type Row } from '../reading/table.ts';
import type { Layout } from './layout.ts';
import { periodIn } from './period.ts';

/** Rows among which a heading is looked for. */
const LOOKED_AT = 40;
/** Codes of columns below the heading of a statistics form. */
const CODES = /^[甲乙丙丁戊]$/;

/** Where the heading of a sheet stands: right above the first row with figures, in two rows where one is merged over the other. */
export function findHeader(rows: readonly Row[]): Pick<Layout, 'header' | 'depth'> {
  const first = rows.slice(0, LOOKED_AT).findIndex(({ cells }, i) => isData(cells, rows[i + 1]));
  const before = rows.slice(0, Math.max(0, first));
  const header = before.findLastIndex(({ cells }) => distinct(cells) >= 2 && !isCodes(cells));
  return { header, depth: depthAt(rows, header) };
}

/** How many rows a heading takes that ends with a row. */
export function depthAt(rows: readonly Row[], header: number): Layout['depth'] {
  if (header < 0) return 0;
  const above = rows[header - 1]?.cells ?? [];
  const within = rows[header]?.cells ?? [];
  const isMerged = [...above, ...within].some((cell) => cell?.isSpread === true);
  return isMerged && distinct(above) >= 2 && !isCodes(above) ? 2 : 1;
}

/** What stands above a column, from top to bottom. */
export function headingsOf(rows: readonly Row[], { header, depth }: Pick<Layout, 'header' | 'depth'>): string[] {
  const taken = rows.slice(header - depth + 1, header + 1);
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const texts = taken.map(({ cells }) => textOf(cells[column]).replaceAll(/\s+/g, ' '));
    return [...new Set(texts)].filter((text) => text !== '').join(' ');
  });
}

/** The rows below the heading, without a row of codes. */
export function bodyOf(rows: readonly Row[], { header }: Pick<Layout, 'header'>): readonly Row[] {
  return rows.slice(header + 1).filter(({ cells }) => !isCodes(cells));
}

/** A row with a figure that is no part of a heading of years or months. */
function isData(cells: readonly Cell[], next: Row | undefined): boolean {
  if (isCodes(cells)) return false;
  const figures = cells.filter((cell) => figureInCell(cell).kind === 'figure');
  if (figures.length === 0) return false;
  const arePeriods = figures.every((cell) => periodIn(cell) !== null);
  const below = next?.cells.filter((cell) => figureInCell(cell).kind === 'figure') ?? [];
  return !(arePeriods && figures.length >= 2 && below.some((cell) => periodIn(cell) === null));
}

function isCodes(cells: readonly Cell[]): boolean {
  return cells.some((cell) => CODES.test(textOf(cell)));
}

function distinct(cells: readonly Cell[]): number {
  return new Set(cells.map(textOf).filter((text) => text !== '')).size;
}

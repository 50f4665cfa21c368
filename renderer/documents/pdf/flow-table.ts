import {
  captionText,
  type BlockLabels,
  type TableBlock,
  type TableCell,
  type TableRow,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_INKS } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type PageFlow, type TextStyle } from './page-flow.ts';

const SIZE = 8.6;
const LEADING = 12.6;
const PAD = { x: 4.5, y: 2.9 } as const;
/** A row taller than this share of a page is split by lines; others move to the next page whole. */
const SPLIT_ABOVE = 0.75;
const PAGE_ROOM = PAGE.height - PAGE.top - PAGE.bottom;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
}

interface LaidCell {
  readonly lines: readonly string[];
  readonly look: TextStyle;
}

interface LaidRow {
  readonly cells: readonly LaidCell[];
  readonly band: boolean;
  readonly wide: boolean;
  readonly lineCount: number;
}

/** A table with fixed columns; its header is repeated on every page it reaches. */
export function flowTable(flow: PageFlow, table: TableBlock, labels: BlockLabels): void {
  const columns = columnsOf(table);
  const header = layRow(flow, { cells: table.columns.map(({ title }) => ({ text: title, strong: true })) }, columns);
  const rows = table.rows.map((row) => layRow(flow, row, columns));
  const caption = captionText(table, labels);
  if (caption !== undefined) flowCaption(flow, caption, heightOf(header) + togetherFrom(rows, 0));
  flow.keep(heightOf(header) + togetherFrom(rows, 0));
  drawHeader(flow, header, columns);
  rows.forEach((row, i) => flowRow(flow, row, togetherFrom(rows, i), header, columns));
  flow.y += 10;
}

function columnsOf(table: TableBlock): Column[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  let x: number = PAGE.left;
  return table.columns.map(({ width, align = 'left' }) => {
    const column = { x, width: (width / total) * TEXT_WIDTH, align };
    x += column.width;
    return column;
  });
}

function layRow(flow: PageFlow, row: TableRow, columns: readonly Column[]): LaidRow {
  const band = row.band === true;
  const wide = band || row.span === true;
  const cells = (wide ? row.cells.slice(0, 1) : row.cells).map((cell, i) =>
    layCell(flow, cell, wide ? TEXT_WIDTH : (columns[i]?.width ?? 0), band),
  );
  return { cells, band, wide, lineCount: Math.max(1, ...cells.map((cell) => cell.lines.length)) };
}

function layCell(flow: PageFlow, cell: string | TableCell, width: number, band: boolean): LaidCell {
  const { text, tone = 'normal', strong = false } = typeof cell === 'string' ? { text: cell } : cell;
  const look = style(SIZE, TONE_INKS[tone], strong || band ? 'bold' : 'regular');
  return { lines: flow.lines(text, width - 2 * PAD.x, look), look };
}

function heightOf(row: LaidRow, lines = row.lineCount): number {
  return lines * LEADING + 2 * PAD.y;
}

/** Height that a row wants on one page: a band takes its first row with it, and the last row takes the one before. */
function togetherFrom(rows: readonly LaidRow[], i: number): number {
  const row = rows[i];
  if (row === undefined) return 0;
  const takesNext = row.band || i === rows.length - 2;
  return Math.min(heightOf(row), SPLIT_ABOVE * PAGE_ROOM) + (takesNext ? togetherFrom(rows, i + 1) : 0);
}

function flowCaption(flow: PageFlow, caption: string, below: number): void {
  const look = style(9, 'muted', 'bold');
  const lines = flow.lines(caption, TEXT_WIDTH, look);
  flow.keep(lines.length * 13 + 2 + below);
  for (const line of lines) {
    flow.text(line, PAGE.left, flow.y + 9, look);
    flow.y += 13;
  }
  flow.y += 2;
}

function drawHeader(flow: PageFlow, header: LaidRow, columns: readonly Column[]): void {
  const height = heightOf(header);
  flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: TEXT_WIDTH, height, fill: PALETTE['primary-soft'] });
  drawCells(flow, header, columns, 0, header.lineCount);
  flow.y += height;
  rule(flow, PALETTE.primary, 0.9);
}

function flowRow(flow: PageFlow, row: LaidRow, together: number, header: LaidRow, columns: readonly Column[]): void {
  const split = heightOf(row) > SPLIT_ABOVE * PAGE_ROOM;
  if (!split && together > flow.room) startPage(flow, header, columns);
  let from = 0;
  while (from < row.lineCount) {
    const fitting = Math.floor((flow.room - 2 * PAD.y) / LEADING);
    const count = split ? Math.min(row.lineCount - from, Math.max(fitting, 0)) : row.lineCount;
    if (count < Math.min(2, row.lineCount - from)) {
      startPage(flow, header, columns);
      continue;
    }
    const height = heightOf(row, count);
    if (row.band) flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: TEXT_WIDTH, height, fill: PALETTE.band });
    drawCells(flow, row, columns, from, from + count);
    flow.y += height;
    rule(flow, PALETTE.grid, 0.5);
    from += count;
    if (from < row.lineCount) startPage(flow, header, columns);
  }
}

function startPage(flow: PageFlow, header: LaidRow, columns: readonly Column[]): void {
  flow.newPage();
  drawHeader(flow, header, columns);
}

function drawCells(flow: PageFlow, row: LaidRow, columns: readonly Column[], from: number, to: number): void {
  row.cells.forEach((cell, i) => {
    const column = row.wide ? { x: PAGE.left, width: TEXT_WIDTH, align: 'left' as const } : columns[i];
    if (column === undefined) return;
    cell.lines.slice(from, to).forEach((line, k) => {
      flow.text(
        line,
        column.x + PAD.x,
        flow.y + PAD.y + SIZE + 0.6 + k * LEADING,
        cell.look,
        column.align,
        column.width - 2 * PAD.x,
      );
    });
  });
}

function rule(flow: PageFlow, color: string, width: number): void {
  flow.add({
    kind: 'line',
    points: [
      [PAGE.left, flow.y],
      [PAGE.left + TEXT_WIDTH, flow.y],
    ],
    closed: false,
    stroke: color,
    strokeWidth: width,
  });
}

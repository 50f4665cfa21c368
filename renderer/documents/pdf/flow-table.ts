import {
  captionText,
  type BlockLabels,
  type TableBlock,
  type TableRow,
} from '../../../assessments/reporting/report-document.ts';
import { PALETTE, TONE_INKS } from '../../ui/palette.ts';
import {
  MOST_TOGETHER,
  PAGE,
  PAGE_ROOM,
  style,
  TEXT_WIDTH,
  type LaidBlock,
  type PageFlow,
  type TextStyle,
} from './page-flow.ts';
import type { Role, StructureElement } from './structure.ts';

const SIZE = 8.6;
const LEADING = 12.6;
const PAD = { x: 4.5, y: 2.9 } as const;
const CAPTION = { size: 9, leading: 13 } as const;
/** A row taller than this is split by lines; others move to the next page whole. */
const SPLIT_ABOVE = 0.25 * PAGE_ROOM;
/** Lines of a split row that stay together at its beginning and at its end. */
const TOGETHER = 3;
/** Letters of a cell whose words stay whole: an amount with its unit, a name of two words. */
const SHORT = 24;
/** Added to a width that just holds a word, so that sums of its letters hold too. */
const ROUNDING = 0.01;
/** Rows that stay with the header. */
const FIRST_ROWS = 2;

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
  readonly form: 'row' | 'band' | 'remark';
  readonly lineCount: number;
}

interface LaidTable {
  readonly columns: readonly Column[];
  readonly header: LaidRow;
  readonly rows: readonly LaidRow[];
}

/** A row with the parts of the document that its cells are. */
interface TaggedRow {
  readonly row: LaidRow;
  readonly parts: readonly StructureElement[];
}

/** A table with fixed columns; its header is repeated on every page it reaches, and has its first rows with it. */
export function layTable(flow: PageFlow, table: TableBlock, labels: BlockLabels): LaidBlock {
  const columns = columnsOf(flow, table);
  const header = layRow(flow, { cells: table.columns.map(({ title }) => ({ text: title, strong: true })) }, columns);
  const rows = table.rows.map((row) => layRow(flow, row, columns));
  const captionLook = style(CAPTION.size, 'muted', 'bold');
  const caption = captionText(table, labels);
  const captionLines = caption === undefined ? [] : flow.lines(caption, TEXT_WIDTH, captionLook);
  const captionHeight = captionLines.length === 0 ? 0 : captionLines.length * CAPTION.leading + 2;
  const lead = captionHeight + heightOf(header) + firstRows(rows, MOST_TOGETHER - captionHeight - heightOf(header));
  const place = () => {
    flow.keep(lead);
    flow.inside(flow.part('Table'), () => {
      if (captionLines.length > 0) placeCaption(flow, captionLines, captionLook);
      placeRows(flow, { columns, header, rows });
    });
    flow.y += 10;
  };
  return { lead, place };
}

/** Columns by their weights, each at least as wide as the longest word of its head and short cells; the wider ones give the room. */
function columnsOf(flow: PageFlow, table: TableBlock): Column[] {
  const head = style(SIZE, 'ink', 'bold');
  const words = wordsOfShortCells(table);
  const least = table.columns.map(({ title }, i) => {
    const widest = Math.max(flow.widestPiece(title, head), ...(words[i] ?? []).map((word) => flow.widthOf(word, head)));
    return Math.min(widest + 2 * PAD.x + ROUNDING, TEXT_WIDTH / 3);
  });
  const widths = sharedOut(
    table.columns.map(({ width }) => width),
    least,
  );
  let x: number = PAGE.left;
  return table.columns.map(({ align = 'left' }, i) => {
    const column = { x, width: widths[i] ?? 0, align };
    x += column.width;
    return column;
  });
}

/** Words and figures of the cells that are a few words long, by column, each once. */
function wordsOfShortCells({ columns, rows }: TableBlock): string[][] {
  const plain = rows.filter(({ band, span }) => band !== true && span !== true);
  return columns.map((_, i) => [
    ...new Set(
      plain.flatMap(({ cells }) => {
        const cell = cells[i] ?? '';
        const text = typeof cell === 'string' ? cell : cell.text;
        return text.length > SHORT ? [] : (text.match(/\p{Script=Latin}{2,}/gu) ?? []);
      }),
    ),
  ]);
}

/** The width of the text by weights, none below its least as long as these find room together. */
function sharedOut(weights: readonly number[], least: readonly number[]): number[] {
  const held = new Set<number>();
  for (;;) {
    const free = weights.reduce((sum, weight, i) => sum + (held.has(i) ? 0 : weight), 0);
    const room = least.reduce((left, width, i) => left - (held.has(i) ? width : 0), TEXT_WIDTH);
    const widths = weights.map((weight, i) => (held.has(i) ? (least[i] ?? 0) : (weight / free) * room));
    const narrow = widths.findIndex((width, i) => !held.has(i) && width < (least[i] ?? 0));
    if (narrow === -1 || held.size === weights.length - 1) return widths;
    held.add(narrow);
  }
}

function layRow(flow: PageFlow, { cells, band, span }: TableRow, columns: readonly Column[]): LaidRow {
  const form = band === true ? 'band' : span === true ? 'remark' : 'row';
  const laid = (form === 'row' ? cells : cells.slice(0, 1)).map((cell, i) => {
    const { text, tone = 'normal', strong = false } = typeof cell === 'string' ? { text: cell } : cell;
    const look = style(SIZE, TONE_INKS[tone], strong || form === 'band' ? 'bold' : 'regular');
    const width = form === 'row' ? (columns[i]?.width ?? 0) : TEXT_WIDTH;
    return { lines: flow.lines(text, width - 2 * PAD.x, look), look };
  });
  return { cells: laid, form, lineCount: Math.max(1, ...laid.map(({ lines }) => lines.length)) };
}

function heightOf(row: LaidRow, lines = row.lineCount): number {
  return lines * LEADING + 2 * PAD.y;
}

/** What a row wants on the page that it begins on. */
function beginningOf(row: LaidRow): number {
  return heightOf(row) > SPLIT_ABOVE ? heightOf(row, TOGETHER) : heightOf(row);
}

/** Height of the rows that stay with the header: two and what belongs to them, fewer where they would be too tall. */
function firstRows(rows: readonly LaidRow[], most: number): number {
  let height = 0;
  let count = 0;
  for (const [i, row] of rows.entries()) {
    const next = height + beginningOf(row);
    if (height > 0 && next > most) break;
    if (row.form === 'row') count += 1;
    if (count >= FIRST_ROWS && rows[i + 1]?.form !== 'remark') return Math.min(most, height + togetherFrom(rows, i));
    height = next;
  }
  return height;
}

/** Height that a row wants on one page: a band takes a row with it, a row its remark, and the last row the one before. */
function togetherFrom(rows: readonly LaidRow[], i: number): number {
  const row = rows[i];
  if (row === undefined) return 0;
  const next = rows[i + 1];
  const takesNext = row.form === 'band' || next?.form === 'remark' || i === rows.length - 2;
  const height = beginningOf(row);
  const together = height + (takesNext ? togetherFrom(rows, i + 1) : 0);
  return together > MOST_TOGETHER ? height : together;
}

function placeCaption(flow: PageFlow, lines: readonly string[], look: TextStyle): void {
  flow.inside(flow.part('Caption'), () => {
    for (const line of lines) {
      flow.text(line, PAGE.left, flow.y + CAPTION.size, look);
      flow.y += CAPTION.leading;
    }
  });
  flow.y += 2;
}

function placeRows(flow: PageFlow, table: LaidTable): void {
  const header = tagged(flow, table.header, 'TH', table.columns.length);
  placeHeader(flow, header, table.columns, false);
  table.rows.forEach((row, i) => {
    if (!flow.fits(togetherFrom(table.rows, i))) startPage(flow, header, table.columns);
    placeRow(flow, tagged(flow, row, 'TD', table.columns.length), header, table.columns);
  });
}

function tagged(flow: PageFlow, row: LaidRow, role: Role, columns: number): TaggedRow {
  const element = flow.part('TR');
  let parts: StructureElement[] = [];
  flow.inside(element, () => {
    parts = row.cells.map(() => flow.part(role, row.form === 'row' || columns < 2 ? {} : { columns }));
  });
  return { row, parts };
}

function placeHeader(flow: PageFlow, header: TaggedRow, columns: readonly Column[], again: boolean): void {
  const height = heightOf(header.row);
  flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: TEXT_WIDTH, height, fill: PALETTE['primary-soft'] });
  drawCells(flow, header, columns, { from: 0, to: header.row.lineCount, again });
  flow.y += height;
  flow.rule(flow.y, PALETTE.primary, 0.9);
}

function startPage(flow: PageFlow, header: TaggedRow, columns: readonly Column[]): void {
  flow.newPage();
  placeHeader(flow, header, columns, true);
}

function placeRow(flow: PageFlow, tagged: TaggedRow, header: TaggedRow, columns: readonly Column[]): void {
  const { row } = tagged;
  for (let from = 0; from < row.lineCount;) {
    const to = from + linesOnPage(row.lineCount - from, flow.linesThatFit(LEADING, 2 * PAD.y));
    const height = heightOf(row, to - from);
    if (row.form === 'band')
      flow.add({ kind: 'rect', x: PAGE.left, y: flow.y, width: TEXT_WIDTH, height, fill: PALETTE.band });
    drawCells(flow, tagged, columns, { from, to, again: false });
    flow.y += height;
    flow.rule(flow.y, PALETTE.grid, 0.5);
    from = to;
    if (from < row.lineCount) startPage(flow, header, columns);
  }
}

/** As many as fit, without a few alone on the next page; the caller sees to it that some fit. */
function linesOnPage(lines: number, fit: number): number {
  return fit >= lines ? lines : Math.max(1, Math.min(fit, lines - TOGETHER));
}

interface CellLines {
  readonly from: number;
  readonly to: number;
  readonly again: boolean;
}

function drawCells(flow: PageFlow, { row, parts }: TaggedRow, columns: readonly Column[], lines: CellLines): void {
  row.cells.forEach((cell, i) => {
    const column = row.form === 'row' ? columns[i] : { x: PAGE.left, width: TEXT_WIDTH, align: 'left' as const };
    const part = parts[i];
    if (column === undefined || part === undefined) return;
    const draw = () => {
      cell.lines.slice(lines.from, lines.to).forEach((line, k) => {
        const baseline = flow.y + PAD.y + SIZE + 0.6 + k * LEADING;
        flow.text(line, column.x + PAD.x, baseline, cell.look, column.align, column.width - 2 * PAD.x);
      });
    };
    if (lines.again) flow.repeating(part, draw);
    else flow.inside(part, draw);
  });
}

import type { TableBlock, TableColumn, TableRow } from '../../../assessments/reporting/report-document.ts';
import { TONE_INKS } from '../../ui/palette.ts';
import type { Fit, Laid, PlacedCell } from './placed.ts';
import { CELL_SIDE, type Box } from './slide-geometry.ts';
import { cutToLines, heightOf, linesIn } from './text-room.ts';

const TABLE_TYPE = 16;

/** Rows as tall as their longest cell; widths are shares of the room. */
export function table({ columns, rows }: TableBlock, room: Box, { size: wanted, padding, most }: Fit): Laid {
  const size = Math.min(wanted, TABLE_TYPE);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (room.width * width) / whole);
  const head: TableRow = { cells: columns.map(({ title }) => ({ text: title, strong: true, tone: 'accent' })) };
  const cut: string[] = [];
  const placedRows = [head, ...rows].map((row, i) =>
    placedRow(row, i === 0, { columns, widths, size, padding, most }, cut),
  );
  const height = placedRows.reduce((sum, row) => sum + row.height, 0);
  return {
    placed: [{ kind: 'table', box: { ...room, height }, size, padding, widths, rows: placedRows }],
    height,
    cut,
  };
}

function placedRow(
  { cells, band = false, span = false }: TableRow,
  isHead: boolean,
  {
    columns,
    widths,
    size,
    padding,
    most,
  }: Omit<Fit, 'size'> & { columns: readonly TableColumn[]; widths: readonly number[]; size: number },
  cut: string[],
) {
  const isWide = band || span;
  const shown = isWide ? cells.slice(0, 1) : columns.map((_, i) => cells[i] ?? '');
  let lines = 1;
  const placed = shown.map((cell, i): PlacedCell => {
    const { text: given, tone = 'normal', strong = band } = typeof cell === 'string' ? { text: cell } : cell;
    const width = (isWide ? widths.reduce((sum, one) => sum + one, 0) : (widths[i] ?? 0)) - 2 * CELL_SIDE;
    const text = cutToLines(given, width, { size, strong }, most);
    if (text !== given) cut.push(given);
    lines = Math.max(lines, linesIn(text, width, { size, strong }));
    return {
      text,
      ink: TONE_INKS[tone],
      strong,
      align: isWide ? 'left' : (columns[i]?.align ?? 'left'),
      columns: isWide ? columns.length : 1,
    };
  });
  return { height: heightOf(lines, { size }) + 2 * padding, isHead, cells: placed };
}

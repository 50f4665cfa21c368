import type { BookParts } from './book-parts.ts';
import { dayOf } from './excel-day.ts';
import { isOn, parseXml } from './parse-xml.ts';
import { unescaped } from './shared-texts.ts';
import { MOST_CELLS, TooLarge, type Cell, type Row } from './table.ts';

/** Columns that Excel has. */
const WIDEST = 16_384;

/** What is known of a cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  text: string | null;
  hasFormula: boolean;
}

interface OpenRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: Cell[];
}

/** Places from 0, the last included. */
interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The rows of a sheet in which something stands, with what is merged spread over the cells below it. */
export function readSheet(xml: string, parts: BookParts): Row[] {
  const rows: OpenRow[] = [];
  const merges: Merge[] = [];
  let row: OpenRow = { number: 0, isHidden: false, cells: [] };
  let cell: OpenCell | null = null;
  let within = '';
  let isSound = false;
  let count = 0;
  parseXml(xml, {
    open: (name, attribute) => {
      if (name === 'row') {
        const isHidden = isOn(attribute('hidden'));
        row = { number: Number(attribute('r') ?? row.number + 1), isHidden, cells: [] };
        rows.push(row);
      } else if (name === 'c') {
        count += 1;
        if (count > MOST_CELLS) throw new TooLarge();
        const at = attribute('r');
        cell = {
          column: at === undefined ? row.cells.length : placeOf(at).column,
          type: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: null,
          text: null,
          hasFormula: false,
        };
      } else if (name === 'f' && cell !== null) cell.hasFormula = true;
      else if (name === 'rPh') isSound = true;
      else if (name === 'mergeCell') {
        const [from = '', to = from] = (attribute('ref') ?? '').split(':');
        const [start, end] = [placeOf(from), placeOf(to)];
        merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
      }
      within = name;
    },
    text: (text) => {
      if (cell === null || isSound) return;
      if (within === 'v') cell.value = (cell.value ?? '') + text;
      if (within === 't') cell.text = (cell.text ?? '') + text;
    },
    close: (name) => {
      if (name === 'rPh') isSound = false;
      if (name === 'c' && cell !== null) {
        if (cell.column < WIDEST) put(row.cells, cell.column, cellOf(cell, parts));
        cell = null;
      }
      within = '';
    },
  });
  spread(rows, merges);
  for (const { cells } of rows) while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return rows.filter(({ cells }) => cells.length > 0);
}

function put(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

function cellOf({ type, style, value, text, hasFormula }: OpenCell, parts: BookParts): Cell {
  if (type === 'inlineStr') return textCell(text ?? '');
  if (value === null || value === '') return hasFormula ? { kind: 'error', code: 'no-value' } : null;
  switch (type) {
    case 's':
      return textCell(parts.texts[Number(value)] ?? '');
    case 'str':
      return textCell(unescaped(value));
    case 'e':
      return { kind: 'error', code: value };
    case 'b':
      return textCell(value === '1' ? 'TRUE' : 'FALSE');
    case 'd':
      return { kind: 'date', day: value.slice(0, 10) };
    default:
      return numberCell(Number(value), style, parts);
  }
}

function textCell(text: string): Cell {
  const said = unescaped(text).trim();
  return said === '' ? null : { kind: 'text', text: said };
}

function numberCell(value: number, style: number, { kinds, from1904 }: BookParts): Cell {
  if (!Number.isFinite(value)) return null;
  const kind = kinds[style] ?? 'number';
  const day = kind === 'date' ? dayOf(value, from1904) : null;
  if (day !== null) return { kind: 'date', day };
  return kind === 'percent' ? { kind: 'number', value, isPercent: true } : { kind: 'number', value };
}

/** Shows what a merged cell holds in every cell that it covers and that has a row. */
function spread(rows: readonly OpenRow[], merges: readonly Merge[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { top, left, bottom, right } of merges) {
    const held = byNumber.get(top + 1)?.cells[left] ?? null;
    if (held === null || right >= WIDEST) continue;
    for (let r = top; r <= Math.min(bottom, top + rows.length); r += 1) {
      const cells = byNumber.get(r + 1)?.cells;
      if (cells === undefined) continue;
      for (let c = left; c <= right; c += 1) if (r !== top || c !== left) put(cells, c, { ...held, isSpread: true });
    }
  }
}

/** The place of a cell from 0 by its name, such as B12. */
function placeOf(name: string): { readonly row: number; readonly column: number } {
  const [, letters = 'A', digits = '1'] = /^\$?([A-Z]+)\$?(\d+)$/i.exec(name) ?? [];
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

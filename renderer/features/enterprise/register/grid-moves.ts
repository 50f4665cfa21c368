/** A cell by its row and column, counted from 0 over the whole page. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const STEPS: ReadonlyMap<string, Place> = new Map([
  ['Enter', { row: 1, column: 0 }],
  ['ArrowDown', { row: 1, column: 0 }],
  ['ArrowUp', { row: -1, column: 0 }],
  ['ArrowLeft', { row: 0, column: -1 }],
  ['ArrowRight', { row: 0, column: 1 }],
]);

/**
 * The cell that a key leads to; null where it leads nowhere. A row that is too short is entered at its end.
 * @param widths how many cells each row shows
 */
export function placeAfter(
  key: string,
  shift: boolean,
  { row, column }: Place,
  widths: readonly number[],
): Place | null {
  const step = STEPS.get(key === 'Enter' && shift ? 'ArrowUp' : key);
  const width = widths[row + (step?.row ?? 0)];
  if (step === undefined || width === undefined) return null;
  const next = column + step.column;
  if (step.column !== 0) return next < 0 || next >= width ? null : { row, column: next };
  return { row: row + step.row, column: Math.min(column, width - 1) };
}

/** Whether an arrow leaves a field: the caret stands at that end of its text, or all of it is marked. */
export function leavesField(key: string, { value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  if (key === 'ArrowLeft') return selectionEnd === 0;
  return key !== 'ArrowRight' || selectionStart === value.length;
}

/** The cells of a block as spreadsheets copy it: tabs between cells, quotes around a cell with line ends in it. */
export function blockOf(text: string): string[][] {
  const cells = [...text.replaceAll(/\r\n?/g, '\n').matchAll(/("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row, i) => i < rows.length - 1 || row.some((cell) => cell !== ''));
}

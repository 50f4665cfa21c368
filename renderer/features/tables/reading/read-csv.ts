import { MOST_CELLS, TooLarge, type Cell, type Refusal, type Row, type Sheet } from './table.ts';

const SEPARATORS = [',', ';', '\t', '，', '；'] as const;
/** Lines by which the separator is told. */
const LOOKED_AT = 20;

/** A text parted by commas, semicolons or tabs as one sheet without a name; every cell is text. */
export function readCsv(bytes: Uint8Array): readonly Sheet[] | Refusal {
  const text = decoded(bytes);
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return 'no-table';
  if (/^\s*(<!doctype html|<html|<table|<\?xml|<meta)/i.test(text)) return 'web-page';
  const rows = linesOf(text, separatorOf(text));
  return [{ name: '', isHidden: false, rows }];
}

/** By its mark, else as UTF-8 where it is that, else as GB 18030, which has GBK in it. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The one that parts the first lines into most columns, alike in most of them. */
function separatorOf(text: string): string {
  const start = text.split(/\r\n?|\n/, LOOKED_AT).join('\n');
  const columns = SEPARATORS.map((separator) => {
    const counts = linesOf(start, separator).map(({ cells }) => cells.length);
    const widest = Math.max(0, ...counts);
    return widest < 2 ? 0 : counts.filter((count) => count === widest).length * widest;
  });
  return SEPARATORS[columns.indexOf(Math.max(...columns))] ?? ',';
}

function linesOf(text: string, separator: string): Row[] {
  const rows: Row[] = [];
  let cells: Cell[] = [];
  let held = '';
  let isQuoted = false;
  let number = 1;
  let count = 0;
  const endCell = () => {
    const said = held.trim();
    cells.push(said === '' ? null : { kind: 'text', text: said });
    held = '';
    count += 1;
    if (count > MOST_CELLS) throw new TooLarge();
  };
  const endRow = () => {
    endCell();
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > 0) rows.push({ number, isHidden: false, cells });
    cells = [];
    number += 1;
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (isQuoted) {
      if (character !== '"') held += character;
      else if (text[i + 1] === '"') {
        held += '"';
        i += 1;
      } else isQuoted = false;
    } else if (character === '"' && held.trim() === '') isQuoted = true;
    else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[i + 1] === '\n') i += 1;
      endRow();
    } else held += character;
  }
  if (held !== '' || cells.length > 0) endRow();
  return rows;
}

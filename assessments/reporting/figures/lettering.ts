import type { Ink, Shape } from '../report-document.ts';

/** Advance widths of the printed font from space to tilde, in hundredths of the size. */
const ADVANCES = [
  22, 32, 47, 56, 56, 92, 68, 28, 34, 34, 47, 56, 28, 35, 28, 39, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 56,
  56, 56, 47, 95, 61, 66, 64, 69, 59, 55, 69, 73, 29, 54, 65, 54, 81, 72, 74, 63, 74, 64, 60, 60, 72, 58, 88, 57, 53,
  60, 34, 39, 34, 56, 56, 61, 56, 62, 51, 62, 55, 33, 56, 61, 28, 28, 55, 28, 93, 61, 61, 62, 62, 39, 47, 38, 61, 52,
  80, 50, 52, 48, 34, 27, 34, 56,
];
/** The same of what figures use beside them; anything else is as wide as a hanzi. */
const OTHERS: Readonly<Record<string, number>> = { '–': 54, '—': 90, '−': 56, '²': 42, '³': 42, '°': 38 };
const BOLD = 1.08;
const ELLIPSIS = '…';
/** Signs that no line begins with. */
const CLOSING = /[，。、；：！？）」』》％＊…,.;:!?)%]/u;

/** The least that a figure is lettered with, in points of the printed page. */
export const LETTER = 8;

/** How wide a text is printed, in points; screens with other fonts come close. */
export function letteringWidth(text: string, size: number, strong = false): number {
  let width = 0;
  for (const character of text) width += ADVANCES[(character.codePointAt(0) ?? 0) - 32] ?? OTHERS[character] ?? 100;
  return (width * size * (strong ? BOLD : 1)) / 100;
}

/** A text in lines no wider than `room` points; what more than `most` lines do not hold ends in an ellipsis. */
export function wrapped(text: string, room: number, most: number, size: number = LETTER, strong = false): string[] {
  const fits = (line: string) => letteringWidth(line, size, strong) <= room;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && !fits((line + piece).trimEnd())) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most && lines.every(fits)) return lines;
  const kept = lines.slice(0, most);
  const cut = lines.length > most;
  return kept.map((one, i) => (fits(one) && !(cut && i === most - 1) ? one : shortened(one, fits)));
}

/** What may stand on a line of its own: a word with its space, a hanzi, each with the closing signs behind it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let word = '';
  for (const character of text) {
    const isWide = (character.codePointAt(0) ?? 0) >= 0x2e80;
    if (CLOSING.test(character) && word === '' && pieces.length > 0) {
      pieces.push(`${pieces.pop() ?? ''}${character}`);
    } else if (isWide && !CLOSING.test(character)) {
      if (word !== '') pieces.push(word);
      word = '';
      pieces.push(character);
    } else {
      word += character;
      if (character === ' ') {
        pieces.push(word);
        word = '';
      }
    }
  }
  return word === '' ? pieces : [...pieces, word];
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const characters = [...line];
  while (characters.length > 0 && !fits(`${characters.join('').trimEnd()}${ELLIPSIS}`)) characters.pop();
  return `${characters.join('').trimEnd()}${ELLIPSIS}`;
}

interface Lettering {
  readonly size?: number;
  readonly color?: Ink;
  readonly align?: 'left' | 'center' | 'right';
  readonly strong?: boolean;
}

/** Text at a baseline. */
export function letter(text: string, x: number, y: number, look: Lettering = {}): Shape {
  const { size = LETTER, color = 'text', ...rest } = look;
  return { kind: 'text', x, y, text, size, color, ...rest };
}

/** Lines one below the other, their middle at `y`. */
export function lettered(lines: readonly string[], x: number, y: number, look: Lettering = {}): Shape[] {
  const { size = LETTER } = look;
  const step = size * LEADING;
  const first = y - ((lines.length - 1) * step) / 2 + size * MIDDLE;
  return lines.map((line, i) => letter(line, x, first + i * step, look));
}

/** From line to line, and from the middle of a line down to its baseline, in sizes. */
export const LEADING = 1.2;
const MIDDLE = 0.36;

/** A straight line through points. */
export function rule(
  points: readonly (readonly [number, number])[],
  { stroke = 'grid', strokeWidth = 0.6, dashed = false }: { stroke?: Ink; strokeWidth?: number; dashed?: boolean } = {},
): Shape {
  return { kind: 'line', points, closed: false, stroke, strokeWidth, dashed };
}

import { breakLines } from '../pdf/break-lines.ts';
import { LEADING } from './slide-geometry.ts';

const WIDE =
  /[\u1100-\u115f\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2460-\u24ff\u{1f000}-\u{3ffff}]/u;
const NARROW = /[\s.,:;'"|!()[\]ijltfrI·/-]/u;
const BROAD = /[A-HJ-Z%@&mwM→—]/u;
/** Widths in the size of the type: rather too wide, since the reader's fonts are not known. */
const EM = { wide: 1, broad: 0.78, normal: 0.62, narrow: 0.36 } as const;
const STRONG = 1.1;
/** Readers break lines a little earlier than they need. */
const SLACK = 1.04;
const CUT = '…';

export interface Type {
  readonly size: number;
  readonly strong?: boolean | undefined;
}

/** Points that a text takes at most on one line. */
export function textWidth(text: string, { size, strong = false }: Type): number {
  let em = 0;
  for (const character of text) em += emOf(character);
  return em * size * SLACK * (strong ? STRONG : 1);
}

function emOf(character: string): number {
  if (WIDE.test(character)) return EM.wide;
  if (BROAD.test(character)) return EM.broad;
  return NARROW.test(character) ? EM.narrow : EM.normal;
}

/** Share 0..1 of a text's width that is not Chinese, of which fonts differ in their widths. */
export function foreignShare(text: string): number {
  const characters = [...text];
  const widths = characters.map(emOf);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const foreign = widths.filter((_, i) => !WIDE.test(characters[i] ?? '')).reduce((sum, width) => sum + width, 0);
  return all === 0 ? 0 : foreign / all;
}

/** How many lines a text takes in a width. */
export function linesIn(text: string, width: number, type: Type): number {
  return breakLines(text, width, (part) => textWidth(part, type)).length;
}

/** A text as far as it fits into so many lines, with … where it was cut. */
export function cutToLines(text: string, width: number, type: Type, most: number): string {
  if (linesIn(text, width, type) <= most) return text;
  const characters = [...text];
  const upTo = (length: number) => `${characters.slice(0, length).join('').trimEnd()}${CUT}`;
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (linesIn(upTo(middle), width, type) <= most) fits = middle;
    else tooLong = middle;
  }
  return upTo(fits);
}

/** Height of so many lines. */
export function heightOf(lines: number, { size }: Type): number {
  return lines * size * LEADING;
}

import LineBreaker from 'linebreak';

/** Marks that no line may begin with (GB/T 15834). */
const NOT_AT_START = new Set('、，。．：；？！‼⁇⁈⁉％‰℃°′″）〕］｝〉》」』】〗〙〛’”…—～·・ー々,.:;?!)]}%»›');
/** Marks that no line may end with. */
const NOT_AT_END = new Set('（〔［｛〈《「『【〖〘〚‘“([{«‹￥＄№');

/** Width of a text in the unit of the line. */
export type Measure = (text: string) => number;

/**
 * Breaks a text into lines no wider than `width`: by UAX #14, without a line that begins with a closing or ends with an
 * opening mark. What is wider than a line is split between characters. Line feeds break; spaces at a line's end go.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

function breakParagraph(text: string, width: number, measure: Measure): string[] {
  if (measure(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  for (const piece of unbreakablePieces(text)) {
    const joined = line + piece;
    if (measure(joined.trimEnd()) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    const parts = measure(piece.trimEnd()) <= width ? [piece] : splitPiece(piece, width, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The pieces of a text that stay on one line each wherever one holds them, with the spaces behind them. */
export function unbreakablePieces(text: string): string[] {
  const pieces: string[] = [];
  const breaker = new LineBreaker(text);
  let start = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position } = next;
    if (position < text.length && !mayBreak(text, position)) continue;
    pieces.push(text.slice(start, position));
    start = position;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

function mayBreak(text: string, position: number): boolean {
  const before = text.slice(0, position).trimEnd().at(-1) ?? '';
  return !NOT_AT_START.has(text[position] ?? '') && !NOT_AT_END.has(before);
}

/** Splits a piece that no line holds; backs off by a character where that keeps the marks in place. */
function splitPiece(piece: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let rest = [...piece];
  while (rest.length > 1 && measure(rest.join('').trimEnd()) > width) {
    let fit = 1;
    let used = measure(rest[0] ?? '');
    while (fit < rest.length) {
      used += measure(rest[fit] ?? '');
      if (used > width) break;
      fit += 1;
    }
    const keep = backOff(rest, fit);
    parts.push(rest.slice(0, keep).join(''));
    rest = rest.slice(keep);
  }
  return [...parts, rest.join('')];
}

function backOff(characters: readonly string[], fit: number): number {
  for (let keep = fit; keep > Math.max(1, fit - 3); keep -= 1) {
    if (!NOT_AT_START.has(characters[keep] ?? '') && !NOT_AT_END.has(characters[keep - 1] ?? '')) return keep;
  }
  return fit;
}

const LINE_HEIGHT = 15;
/** Excel has no higher row. */
const HIGHEST = 409;

/** Points that the longest of some texts takes, each in a cell so many characters wide. */
export function heightOf(texts: readonly (readonly [text: string, width: number])[], line = LINE_HEIGHT): number {
  const lines = texts.map(([text, width]) => linesOf(text, width - 1));
  return Math.min(HIGHEST, Math.max(1, ...lines) * line);
}

function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length + wideOf(line)) / Math.max(1, width))), 0);
}

function wideOf(text: string): number {
  return text.match(/[\u1100-\u115f\u2e80-\uffe6]/g)?.length ?? 0;
}

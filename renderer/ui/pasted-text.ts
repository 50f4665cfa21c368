/** Marks that nobody sees and that come along when a text is copied: direction, zero width, soft hyphen, byte order. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** The text without marks that nobody sees; for figures, names and codes alike. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(UNSEEN, '');
}

/** Cells of a table as one line, `12 + 305`; null where there is but one. */
export function cellsInOneLine(text: string): string | null {
  const cells = text
    .split(/[\t\r\n]+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  return cells.length < 2 ? null : cells.join(' + ');
}

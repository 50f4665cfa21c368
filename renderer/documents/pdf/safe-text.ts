import type { FontFile } from './font-file.ts';

/** Printed for a character that the font lacks and that has no plain form; the font has it. */
const GETA = '〓';

/** A character that was replaced, where and how often. */
export interface Unprintable {
  /** `U+1F600` */
  readonly codePoint: string;
  readonly character: string;
  readonly place: string;
  readonly count: number;
}

export interface SafeText {
  /** The text as it can be printed; line feeds stay. Replacements are counted under `place`. */
  readonly clean: (text: string, place: string) => string;
  readonly replaced: () => readonly Unprintable[];
}

/* Blank forms of a space: the controls but the line feed, no-break and typographic spaces. */
const BLANK = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]/u;
/* Nothing to see: zero-width characters, joiners, marks of direction, variation selectors, soft hyphen. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/u;

/**
 * Makes every text printable without losing a character silently: blanks become a space, invisibles nothing,
 * what the fonts have stays, else its own NFKC form if they have that, else 〓, which is counted.
 */
export function safeTextFor(fonts: readonly FontFile[]): SafeText {
  const counts = new Map<string, { character: string; place: string; count: number }>();
  const known = new Map<string, string | null>();
  const has = (text: string) => [...text].every((c) => fonts.every((font) => font.has(c.codePointAt(0) ?? 0)));

  function printable(character: string): string | null {
    if (character === '\n') return character;
    if (BLANK.test(character)) return ' ';
    if (INVISIBLE.test(character)) return '';
    if (has(character)) return character;
    const plain = character.normalize('NFKC');
    return plain !== character && has(plain) ? plain : null;
  }

  function clean(text: string, place: string): string {
    let out = '';
    for (const character of text.replaceAll(/\r\n?/g, '\n')) {
      let shown = known.get(character);
      if (shown === undefined) known.set(character, (shown = printable(character)));
      if (shown === null) count(character, place);
      out += shown ?? GETA;
    }
    return out;
  }

  function count(character: string, place: string): void {
    const key = `${character}\n${place}`;
    const entry = counts.get(key) ?? { character, place, count: 0 };
    counts.set(key, { ...entry, count: entry.count + 1 });
  }

  return {
    clean,
    replaced: () => [...counts.values()].map((entry) => ({ codePoint: nameOf(entry.character), ...entry })),
  };
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

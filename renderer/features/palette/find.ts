/** Kinds of what is found, in the order in which they are shown where none fits better. */
export const KINDS = ['command', 'page', 'enterprise', 'question', 'fact', 'measure'] as const;
export type Kind = (typeof KINDS)[number];

/** Something that can be gone to or done. */
export interface Entry {
  readonly kind: Kind;
  /** What papers and people call it by, such as W-M03; empty where it has none. */
  readonly code: string;
  readonly title: string;
  /** Other words it is known by, such as its title in the other language. */
  readonly also: string;
}

/** An entry as it is searched, made once. */
export interface Findable<E extends Entry> {
  readonly entry: E;
  readonly code: string;
  readonly title: string;
  readonly also: string;
}

/** The readings of one character in latin letters without tones; none for what is no hanzi. */
export type Readings = (character: string) => readonly string[];

export interface Found<E extends Entry> {
  /** The best of each kind, the kind of the best one first. */
  readonly groups: readonly { readonly kind: Kind; readonly entries: readonly E[] }[];
  /** How many fit, shown or not. */
  readonly total: number;
}

const MOST_OF_A_KIND = 8;
const EXACT = 0;
const CODE_BEGUN = 1;
const TITLE_BEGUN = 2;
const WORD_BEGUN = 3;
const CONTAINED = 4;
const ALSO_KNOWN = 5;
const SPELT = 6;

/** Makes entries ready to be searched. */
export function findable<E extends Entry>(entries: readonly E[]): Findable<E>[] {
  return entries.map((entry) => ({
    entry,
    code: plain(entry.code),
    title: plain(entry.title),
    also: plain(entry.also),
  }));
}

/**
 * The entries that have every word in code, title, other words or, given readings, in the pinyin of the title, whole or by
 * initials. The worst fit of its words ranks an entry; those of one rank keep their order. Without a word everything fits.
 */
export function find<E extends Entry>(all: readonly Findable<E>[], text: string, readings: Readings | null): Found<E> {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const ranked = all.flatMap((one) => {
    const rank = Math.max(EXACT, ...words.map((word) => rankOf(one, word, readings)));
    return rank === Infinity ? [] : [{ entry: one.entry, rank }];
  });
  const groups = KINDS.flatMap((kind) => {
    const mine = ranked.filter(({ entry }) => entry.kind === kind).sort((one, other) => one.rank - other.rank);
    const [best] = mine;
    return best === undefined ? [] : [{ kind, best: best.rank, mine: mine.slice(0, MOST_OF_A_KIND) }];
  }).sort((one, other) => one.best - other.best);
  return {
    groups: groups.map(({ kind, mine }) => ({ kind, entries: mine.map(({ entry }) => entry) })),
    total: ranked.length,
  };
}

function rankOf({ code, title, also }: Findable<Entry>, word: string, readings: Readings | null): number {
  if (code === word || title === word) return EXACT;
  if (code.startsWith(word)) return CODE_BEGUN;
  if (title.startsWith(word)) return TITLE_BEGUN;
  const at = title.indexOf(word);
  if (at > 0) return /[\p{Letter}\p{Number}]/u.test(title[at - 1] ?? '') ? CONTAINED : WORD_BEGUN;
  if (code.includes(word)) return CONTAINED;
  if (also.includes(word)) return ALSO_KNOWN;
  if (readings !== null && /^[a-zü]+$/.test(word) && isSpelt(title, word.replaceAll('ü', 'v'), readings)) return SPELT;
  return Infinity;
}

/**
 * Whether letters spell neighbouring characters of a title, each by its whole pinyin or its initial, the last one also
 * begun. Marks and spaces between them are passed over.
 */
function isSpelt(title: string, letters: string, readings: Readings): boolean {
  const signs = [...title].map(readings).filter((known) => known.length > 0);
  const goesOn = (at: number, rest: string): boolean =>
    rest === '' ||
    (signs[at] ?? []).some(
      (reading) =>
        reading.startsWith(rest) ||
        (rest.startsWith(reading) && goesOn(at + 1, rest.slice(reading.length))) ||
        (rest[0] === reading[0] && goesOn(at + 1, rest.slice(1))),
    );
  return signs.some((_, at) => goesOn(at, letters));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

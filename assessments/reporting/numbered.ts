import { labelled, type Block, type BlockLabels } from './report-document.ts';

/** What a reference reads as, by key: `3.2`, `表4`. */
export type References = ReadonlyMap<string, string>;

export interface Numbered {
  /** The blocks of each chapter, in their order. */
  readonly parts: readonly (readonly Block[])[];
  readonly references: References;
}

export interface Numbering {
  readonly labels: BlockLabels;
  /** How a chapter is called where a text refers to it; `{number}` is its place. */
  readonly chapter: string;
  /** Number of the chapter in its place, from 1. */
  readonly numberOf: (place: number) => string;
  /** What texts may refer to in other documents. */
  readonly elsewhere?: References;
}

const OPEN = '⟦';
const CLOSE = '⟧';

/** A reference to the heading, table or figure with that key, for a text; `numbered` puts its number in. */
export function refer(key: string): string {
  return `${OPEN}${key}${CLOSE}`;
}

/**
 * Numbers headings of levels 1 and 2, tables with a caption and figures, in their order through all chapters, and puts those
 * numbers where texts refer to them.
 * @throws where a text refers to what is nowhere
 */
export function numbered(chapters: readonly (readonly Block[])[], numbering: Numbering): Numbered {
  const { labels, chapter, numberOf, elsewhere = new Map<string, string>() } = numbering;
  const references = new Map(elsewhere);
  const place = { chapter: 0, section: 0, table: 0, figure: 0 };
  const parts = chapters.map((blocks) => blocks.map((block) => captioned(headed(block))));
  return { parts: parts.map((blocks) => blocks.map((block) => resolved(block, references))), references };

  function headed(block: Block): Block {
    if (block.kind !== 'heading' || block.level === 3) return block;
    if (block.level === 1) {
      place.chapter += 1;
      place.section = 0;
    } else place.section += 1;
    const own = numberOf(place.chapter);
    const number = block.level === 1 ? own : `${own}.${place.section}`;
    call(block.key, chapter.replaceAll('{number}', number));
    return { ...block, number };
  }

  function captioned(block: Block): Block {
    if (block.kind !== 'figure' && (block.kind !== 'table' || block.caption === undefined)) return block;
    const number = (place[block.kind] += 1);
    call(block.key, labelled(labels[block.kind], number));
    return { ...block, number };
  }

  function call(key: string | undefined, text: string): void {
    if (key !== undefined) references.set(key, text);
  }
}

/** The same with every reference of every text put in. */
function resolved<T>(value: T, references: References): T {
  if (typeof value === 'string') return (value.includes(OPEN) ? withNumbers(value, references) : value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => resolved(entry, references)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolved(entry, references)])) as T;
}

function withNumbers(text: string, references: References): string {
  return text.replaceAll(/⟦([^⟧]*)⟧/g, (_, key: string) => {
    const found = references.get(key);
    if (found === undefined) throw new Error(`nothing is called ${key}`);
    return found;
  });
}

import { z } from 'zod';
import { packedText, unpackedText } from './packed-text.ts';

const WHY = ['unreadable', 'no-enterprise', 'changed-since', 'no-room'] as const;
/** Why the last words of a page were not written. */
export type WhyAside = (typeof WHY)[number];

const WordsAside = z.object({
  id: z.string(),
  why: z.enum(WHY),
  /** Of the enterprise; empty where the words do not say it. */
  name: z.string(),
  /** The words as they were kept. */
  text: z.string(),
});
export type WordsAside = z.infer<typeof WordsAside>;

const PREFIX = 'zhizhen-words-aside/';

/** Keeps last words that were not written, until the user has done with them; false where there is no room. */
export function setAsideWords(words: WordsAside): boolean {
  try {
    localStorage.setItem(PREFIX + crypto.randomUUID(), packedText(JSON.stringify(words)));
    return true;
  } catch {
    return false;
  }
}

/** All that is set aside, by the name under which it is. */
export function wordsAside(): ReadonlyMap<string, WordsAside> {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  return new Map(names.map((name) => [name, readWords(localStorage.getItem(name) ?? '')]));
}

export function forgetWordsAside(name: string): void {
  localStorage.removeItem(name);
}

/** Takes away what is set aside of an enterprise that is erased. */
export function forgetWordsAsideOf(id: string): void {
  for (const [name, words] of wordsAside()) if (words.id === id) forgetWordsAside(name);
}

/** What is no longer whole is still shown and can be saved. */
function readWords(kept: string): WordsAside {
  const text = unpackedText(kept);
  try {
    return WordsAside.parse(JSON.parse(text));
  } catch {
    return { id: '', why: 'unreadable', name: '', text };
  }
}

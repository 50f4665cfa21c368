import { refer } from './numbered.ts';
import type { Words } from './words.ts';

/** What a page of the owner holds of a note. */
const BRIEFEST = 60;
/** What a row of a table holds of a note without becoming a page. */
const LONGEST = 120;

/** A note for the body of the report: a long one is cut, and says where it stands in full. */
export function shortNote(note: string, words: Words): string {
  if (note.length <= LONGEST) return note;
  return words.say('note-cut', { note: note.slice(0, LONGEST), annex: refer('annex-answers') });
}

/** A note for the page of the owner, which stands alone. */
export function briefNote(note: string): string {
  return note.length <= BRIEFEST ? note : `${note.slice(0, BRIEFEST)}…`;
}

/** A question for the page of the owner, without what explains its words in brackets. */
export function briefTitle(title: string): string {
  return title.replaceAll(/（[^（）]*）| ?\([^()]*\)/gu, '');
}

import { refer } from './numbered.ts';
import type { Words } from './words.ts';

/** What a page of the owner holds of a note. */
const BRIEFEST = 60;
/** What a line of it holds of a question, in Latin letters. */
const WIDEST_TITLE = 84;
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

/** A question for the page of the owner, without what explains its words in brackets, and cut where it is long. */
export function briefTitle(title: string): string {
  const bare = title.replaceAll(/（[^（）]*）| ?\([^()]*\)/gu, '');
  return widthOf(bare) <= WIDEST_TITLE
    ? bare
    : `${bare.slice(0, /[\u4e00-\u9fff]/u.test(bare) ? WIDEST_TITLE / 2 : WIDEST_TITLE)}…`;
}

/** Latin letters count one, Chinese characters two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u4e00-\u9fff]/u.test(sign) ? 2 : 1), 0);
}

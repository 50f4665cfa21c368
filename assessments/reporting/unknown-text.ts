import type { Unknown } from '../planning/unknowns.ts';
import { itemTitle } from './answer-text.ts';
import { whomToAsk } from './ask.ts';
import type { Mill } from './report-input.ts';

/** Who knows: the person whom the answer names, else the role of the question or the fact. */
export function personFor({ id, kind, who }: Unknown, mill: Mill): string {
  if (kind !== 'fact') return who ?? whomToAsk(id, mill);
  return mill.words.pick(mill.fact(id)?.ask) || mill.words.say('not-given');
}

/** What is looked up, in words. */
export function unknownTitle({ id, kind }: Unknown, mill: Mill): string {
  return kind === 'fact' ? mill.words.pick(mill.fact(id)?.label) : itemTitle(id, mill);
}

/** In which papers it stands: those of the fact, or what proves an answer. */
export function whereToLook({ id, kind }: Unknown, { words, fact, guidance }: Mill): string {
  if (kind === 'fact') return words.pick(fact(id)?.where);
  return words.list((guidance[id]?.proof ?? []).map((proof) => words.pick(proof)));
}

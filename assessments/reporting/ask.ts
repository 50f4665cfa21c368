import type { Unknown } from '../planning/unknowns.ts';
import { itemTitle } from './answer-text.ts';
import type { Mill } from './report-input.ts';

/** Who can say what is unknown: the person named in the answer, else the role that the guidance names. */
export function whomToAsk(id: string, mill: Mill): string {
  const question = mill.question(id);
  const named = question === undefined ? undefined : mill.answer(question)?.unknown;
  if (named !== undefined && named.trim() !== '') return named;
  return mill.words.pick(mill.guidance[id]?.ask) || mill.words.say('not-given');
}

/** Who knows an open item: the person whom the answer names, else the role of the question or the fact. */
export function whoKnows({ id, kind, who }: Unknown, mill: Mill): string {
  if (kind !== 'fact') return who ?? whomToAsk(id, mill);
  return mill.words.pick(mill.fact(id)?.ask) || mill.words.say('not-given');
}

/** What is looked up, in words: the question or the fact. */
export function unknownTitle({ id, kind }: Pick<Unknown, 'id' | 'kind'>, mill: Mill): string {
  return kind === 'fact' ? mill.words.pick(mill.fact(id)?.label) : itemTitle(id, mill);
}

/** An open item for a list: the id of a question with its text, a fact by its name. */
export function openItemText(item: Pick<Unknown, 'id' | 'kind'>, mill: Mill): string {
  const title = unknownTitle(item, mill);
  return item.kind === 'fact' ? title : `${item.id} ${title}`;
}

/** In which papers it stands: those of the fact, or what proves an answer. */
export function whereToLook({ id, kind }: Unknown, { words, fact, guidance }: Mill): string {
  if (kind === 'fact') return words.pick(fact(id)?.where);
  return words.list((guidance[id]?.proof ?? []).map((proof) => words.pick(proof)));
}

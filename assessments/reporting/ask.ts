import type { Mill } from './report-input.ts';

/** Who can say what is unknown: the person named in the answer, else the role that the guidance names. */
export function whomToAsk(id: string, mill: Mill): string {
  const question = mill.question(id);
  const named = question === undefined ? undefined : mill.answer(question)?.unknown;
  if (named !== undefined && named.trim() !== '') return named;
  return mill.words.pick(mill.guidance[id]?.ask) || mill.words.say('not-given');
}

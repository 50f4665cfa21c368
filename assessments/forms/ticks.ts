import type { AnswerValue, MisfitCode } from '../schema/answers.ts';
import type { Lift } from '../schema/measure.ts';
import type { Choice, FormWords, Standing } from './form.ts';

/** Why a value is no list of these choices; null where it is, also where nothing is ticked. */
export function ticksMisfit({ choices: ticked }: AnswerValue, choices: readonly Choice[]): MisfitCode | null {
  if (ticked === undefined) return 'wrong-kind';
  return ticked.every((tick) => choices.some(({ value }) => value === tick)) ? null : 'unknown-choice';
}

/** What is ticked once the lifts of all measures are done. */
export function ticksAfter({ ticks }: Standing, lifts: readonly Lift[]): ReadonlySet<string> {
  return new Set([...ticks, ...lifts.flatMap((lift) => lift.choices ?? [])]);
}

export function ticksAt({ ticks }: Standing): AnswerValue {
  return { choices: [...ticks].sort() };
}

/** How many are ticked and which, each once, in the order in which they were. */
export function ticksText({ choices: ticked = [] }: AnswerValue, choices: readonly Choice[], words: FormWords): string {
  const distinct = [...new Set(ticked)];
  if (distinct.length === 0) return words.say('ticked-none');
  const texts = distinct.map((tick) => words.pick(choices.find(({ value }) => value === tick)?.text));
  return words.say('ticked', { count: distinct.length, list: words.list(texts) });
}

export function readTicks(held: unknown): AnswerValue | null {
  return Array.isArray(held) ? { choices: held.map(String) } : null;
}

import type { Answer, AnswerValue } from '#assessments/schema/answers.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { factRatio } from '#assessments/indicators/sums.ts';

export const SIDES = ['self', 'verified'] as const;
export type Side = (typeof SIDES)[number];

/** The value that counts: the verified one if there is one. */
export function effective(answer: Answer | undefined): AnswerValue | undefined {
  return answer?.verified ?? answer?.self;
}

/** What the facts of the year already say to a question, in its unit; null where they say nothing. */
export function knownFromFacts({ form }: Question, facts: YearFacts): number | null {
  return 'facts' in form && form.facts !== undefined ? factRatio(facts, form.facts) : null;
}

export function isAnswered(question: Question, answer: Answer | undefined, facts: YearFacts): boolean {
  const value = effective(answer);
  if (value?.na !== undefined) return true;
  return knownFromFacts(question, facts) !== null || (value !== undefined && value.unknown === undefined);
}

export function differs(answer: Answer | undefined): boolean {
  return (
    answer?.self !== undefined &&
    answer.verified !== undefined &&
    JSON.stringify(answer.self) !== JSON.stringify(answer.verified)
  );
}

/** An answer with one side changed; nothing left of it is no answer. */
export function withValue(before: Answer | undefined, side: Side, value: AnswerValue | undefined): Answer | undefined {
  const { [side]: _old, ...rest } = before ?? {};
  return orNothing(value === undefined ? rest : { ...rest, [side]: value });
}

export function withText(before: Answer | undefined, member: 'note' | 'flag', text: string): Answer | undefined {
  const { [member]: _old, ...rest } = before ?? {};
  return orNothing(text === '' ? rest : { ...rest, [member]: text });
}

function orNothing(answer: Answer): Answer | undefined {
  return Object.keys(answer).length === 0 ? undefined : answer;
}

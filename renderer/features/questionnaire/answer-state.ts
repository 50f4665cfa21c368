import { knownFigure, type KnownFigure } from '#assessments/forms/known-figure.ts';
import type { Answer, AnswerValue } from '#assessments/schema/answers.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import type { IsoDate } from '#assessments/schema/ids.ts';
import type { Question } from '#assessments/schema/pack.ts';

export const SIDES = ['self', 'verified'] as const;
export type Side = (typeof SIDES)[number];

/** The value that counts: the verified one if there is one. */
export function effective(answer: Answer | undefined): AnswerValue | undefined {
  return answer?.verified ?? answer?.self;
}

type Answers = Readonly<Record<string, Answer>>;

/** What facts or another answer say to a question; null where they say nothing. */
export function knownOf(question: Question, facts: YearFacts, answers: Answers): KnownFigure | null {
  return knownFigure(question, facts, (id) => effective(answers[id]));
}

export function isAnswered(question: Question, answers: Answers, facts: YearFacts): boolean {
  const value = effective(answers[question.id]);
  if (value?.na !== undefined) return true;
  return knownOf(question, facts, answers) !== null || (value !== undefined && value.unknown === undefined);
}

export function differs(answer: Answer | undefined): boolean {
  return (
    answer?.self !== undefined &&
    answer.verified !== undefined &&
    JSON.stringify(answer.self) !== JSON.stringify(answer.verified)
  );
}

/** Who verifies and on which day; a name that was not typed is empty. */
export interface Verification {
  readonly on: IsoDate;
  readonly by: string;
}

/** An answer with one side changed, a verified one with who did it and when; nothing left of it is no answer. */
export function withValue(
  before: Answer | undefined,
  side: Side,
  value: AnswerValue | undefined,
  verification?: Verification,
): Answer | undefined {
  if (side === 'self') {
    const { self: _old, ...rest } = before ?? {};
    return orNothing(value === undefined ? rest : { ...rest, self: value });
  }
  const { verified: _old, verifiedOn: _on, verifiedBy: _by, ...rest } = before ?? {};
  if (value === undefined) return orNothing(rest);
  if (verification === undefined) return { ...rest, verified: value };
  const { on, by } = verification;
  return { ...rest, verified: value, verifiedOn: on, ...(by === '' ? {} : { verifiedBy: by }) };
}

export function withText(before: Answer | undefined, member: 'note' | 'flag', text: string): Answer | undefined {
  const { [member]: _old, ...rest } = before ?? {};
  return orNothing(text === '' ? rest : { ...rest, [member]: text });
}

/** An answer of substance, other than "does not apply" and "to be found out". */
export function isGiven(value: AnswerValue | undefined): boolean {
  return value !== undefined && value.na === undefined && value.unknown === undefined;
}

/** Nothing left of an answer is no answer. */
export function orNothing(answer: Answer): Answer | undefined {
  return Object.keys(answer).length === 0 ? undefined : answer;
}

import { factRatio } from '../indicators/sums.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { FactRatio, Question } from '../schema/pack.ts';

/** What is known of a question without asking it, in the unit of its form. */
export interface KnownFigure {
  readonly value: number;
  /** The question whose answer says it; null where the facts of the year do, which then beat the answer. */
  readonly question: string | null;
}

/** What the facts, or else the answer to the question that it falls back on, say to a question; null where neither does. */
export function knownFigure(
  { form }: Pick<Question, 'form'>,
  facts: YearFacts,
  answerTo: (question: string) => AnswerValue | undefined,
): KnownFigure | null {
  const measured = measuredFigure({ form }, facts);
  if (measured !== null) return { value: measured, question: null };
  const fallback = 'fallback' in form ? form.fallback : undefined;
  const value = fallback === undefined ? undefined : answerTo(fallback)?.value;
  return fallback === undefined || value === undefined ? null : { value, question: fallback };
}

/** What the facts of a year say to a question; null where they say nothing. */
export function measuredFigure(question: Pick<Question, 'form'>, facts: YearFacts): number | null {
  const ratio = ratioOf(question);
  return ratio === undefined ? null : factRatio(facts, ratio);
}

/** The ratio of two facts that answers a question; undefined where none does. */
export function ratioOf({ form }: Pick<Question, 'form'>): FactRatio | undefined {
  return 'facts' in form ? form.facts : undefined;
}

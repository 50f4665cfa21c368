import type { Diagnosis } from '#assessments/schema/dossier.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { isAnswered, knownOf, type Side } from './answer-state.ts';

export interface SectionProgress {
  readonly done: number;
  readonly of: number;
}

/**
 * How many questions are answered; for whoever verifies, how many are verified, of those that have a value of their own to
 * verify: what the facts answer is verified there.
 */
export function sectionProgress(
  asked: readonly Question[],
  { answers }: Pick<Diagnosis, 'answers'>,
  facts: YearFacts,
  side: Side,
): SectionProgress {
  if (side === 'self')
    return { done: asked.filter((question) => isAnswered(question, answers, facts)).length, of: asked.length };
  const verified = asked.filter(({ id }) => answers[id]?.verified !== undefined).length;
  const known = asked.filter(
    (question) =>
      answers[question.id]?.self === undefined &&
      answers[question.id]?.verified === undefined &&
      knownOf(question, facts, answers) !== null,
  ).length;
  return { done: verified, of: asked.length - known };
}

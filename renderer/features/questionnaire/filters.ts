import type { Diagnosis } from '#assessments/schema/dossier.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import type { PackResult } from '#assessments/schema/result.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { differs, effective, isAnswered, isGiven } from './answer-state.ts';

export const FILTERS = [
  'all',
  'unanswered',
  'unverified',
  'unproved',
  'differs',
  'flagged',
  'unknown',
  'noted',
  'blocks',
] as const;
export type Filter = (typeof FILTERS)[number];

/** Whether a question of a pack passes a filter; one that is not answered blocks nothing yet. */
export function passes(
  filter: Filter,
  question: Question,
  diagnosis: Diagnosis,
  facts: YearFacts,
  result: PackResult | undefined,
): boolean {
  const answer = diagnosis.answers[question.id];
  switch (filter) {
    case 'all':
      return true;
    case 'unanswered':
      return !isAnswered(question, diagnosis.answers, facts);
    case 'unverified':
      return answer?.self !== undefined && answer.verified === undefined;
    case 'unproved':
      return isGiven(effective(answer)) && (answer?.evidence ?? []).length === 0;
    case 'flagged':
      return answer?.flag !== undefined;
    case 'unknown':
      return effective(answer)?.unknown !== undefined;
    case 'noted':
      return answer?.note !== undefined;
    case 'differs':
      return differs(answer);
    case 'blocks':
      return (
        isAnswered(question, diagnosis.answers, facts) &&
        (result?.blockers.some((blocker) => blocker.questions.includes(question.id)) ?? false)
      );
  }
}

import type { Answer } from '#assessments/schema/answers.ts';
import { withValue, type Verification } from './answer-state.ts';

/** Whether the mill gave an answer that nobody has verified yet; one that is still to be found out is none. */
export function canAgree(answer: Answer | undefined): boolean {
  return answer?.self !== undefined && answer.self.unknown === undefined && answer.verified === undefined;
}

/** An answer verified as the mill gave it; one that is verified already, or has nothing to agree with, stays as it is. */
export function agreed(before: Answer | undefined, verification: Verification): Answer | undefined {
  return canAgree(before) ? withValue(before, 'verified', before?.self, verification) : before;
}

/** Takes an agreement back, unless the answer was changed since. */
export function withoutAgreement(before: Answer | undefined, agreement: Answer | undefined): Answer | undefined {
  return before !== undefined && before.verified === agreement?.verified
    ? withValue(before, 'verified', undefined)
    : before;
}

import { misfitOf } from '../forms/misfit-of.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { Diagnosis } from '../schema/dossier.ts';
import type { Question } from '../schema/pack.ts';

/** The value that counts for a question; undefined where it is unanswered. */
export type AnswerView = (question: Question) => AnswerValue | undefined;

/** The verified value if there is one, of any kind; else the enterprise's own. */
export function effectiveView(diagnosis: Diagnosis): AnswerView {
  return viewOf(diagnosis, (answer) => answer.verified ?? answer.self);
}

/** The enterprise's own values alone. */
export function selfView(diagnosis: Diagnosis): AnswerView {
  return viewOf(diagnosis, (answer) => answer.self);
}

function viewOf(
  diagnosis: Diagnosis,
  pick: (answer: Diagnosis['answers'][string]) => AnswerValue | undefined,
): AnswerView {
  return (question) => {
    const answer = diagnosis.answers[question.id];
    const value = answer === undefined ? undefined : pick(answer);
    return value === undefined || misfitOf(question, value) !== null ? undefined : value;
  };
}

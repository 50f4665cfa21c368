import { ANSWER_KINDS, type AnswerValue, type Misfit } from '../schema/answers.ts';
import type { Question } from '../schema/pack.ts';
import { formOf } from './forms.ts';

/** Why a question does not take an answer value; null where it does. */
export function misfitOf(question: Question, value: AnswerValue): Misfit | null {
  const property = ANSWER_KINDS.find((kind) => value[kind] !== undefined);
  if (property === undefined || property === 'unknown') return null;
  if (property === 'na') return question.naAllowed ? null : { code: 'na-not-allowed', property };
  const code = formOf(question).misfit(question, value);
  return code === null ? null : { code, property };
}

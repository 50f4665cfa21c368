import type { Answer, AnswerValue } from '../schema/answers.ts';
import type { Diagnosis } from '../schema/dossier.ts';

/** The diagnosis with answers put in place of what counted before; notes and evidence stay. */
export function withAnswers(diagnosis: Diagnosis, values: ReadonlyMap<string, AnswerValue>): Diagnosis {
  const answers: Record<string, Answer> = { ...diagnosis.answers };
  for (const [question, value] of values) {
    const { verified: _verified, ...rest } = answers[question] ?? {};
    answers[question] = { ...rest, self: value };
  }
  return { ...diagnosis, answers };
}

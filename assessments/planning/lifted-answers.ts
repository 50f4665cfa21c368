import type { Answer, AnswerValue } from '../schema/answers.ts';
import type { Diagnosis } from '../schema/dossier.ts';
import type { Measure } from '../schema/measure.ts';
import type { Question } from '../schema/pack.ts';

/** The diagnosis with answers put in place of what counted before; notes and evidence stay. */
export function withAnswers(diagnosis: Diagnosis, values: ReadonlyMap<string, AnswerValue>): Diagnosis {
  const answers: Record<string, Answer> = { ...diagnosis.answers };
  for (const [question, value] of values) {
    const { verified: _verified, ...rest } = answers[question] ?? {};
    answers[question] = { ...rest, self: value };
  }
  return { ...diagnosis, answers };
}

/** Of the questions given, the ids of those that a measure lifts, each once. */
export function liftedBy({ lifts }: Measure, questions: ReadonlyMap<string, Question>): string[] {
  return [...new Set(lifts.map(({ question }) => question as string))].filter((id) => questions.has(id));
}

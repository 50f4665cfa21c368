import type { PackId } from '../schema/ids.ts';
import type { Answer, AnswerValue } from '../schema/answers.ts';
import type { Question } from '../schema/pack.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { answerText } from './answer-text.ts';
import type { Words } from './words.ts';

/** An answer to a question that the packs of the diagnosis do not have. */
export interface StrayAnswer {
  readonly id: string;
  readonly answer: Answer;
  /** Null where no version of any pack has the question. */
  readonly pack: PackId | null;
  /** As the newest version that has it asks it; undefined where none does. */
  readonly question: Question | undefined;
}

/**
 * The answers to questions that the versions of a diagnosis do not have, in the order of the dossier: they came from
 * another version, and are kept unscored.
 */
export function strayAnswers({
  diagnosis,
  questions,
  context: { library },
}: Pick<ScoredMill, 'diagnosis' | 'questions' | 'context'>): StrayAnswer[] {
  const questionOf = library.questionsFor(diagnosis.packs);
  return Object.entries(diagnosis.answers).flatMap(([id, answer]) =>
    questions.has(id) ? [] : [{ id, answer, pack: library.packOf(id) ?? null, question: questionOf(id) }],
  );
}

/** One side of a stray answer in words, as the dossier holds it where no text of its question is known; null where there is none. */
export function strayText({ question }: StrayAnswer, value: AnswerValue | undefined, words: Words): string | null {
  if (value === undefined) return null;
  return question === undefined ? JSON.stringify(value) : answerText(question, value, words);
}

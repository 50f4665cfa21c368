import type { Standing } from '../forms/form.ts';
import { formOf } from '../forms/forms.ts';
import { knownFigure } from '../forms/known-figure.ts';
import type { Question } from '../schema/pack.ts';
import type { ReadMill } from './read-mill.ts';
import type { AnswerView } from './views.ts';

/**
 * Where a mill stands on a question by its facts, its answer in a view, or the answer to the question that it falls back
 * on; null where none says anything.
 */
export function standingIn(
  question: Question,
  { questions, facts }: Pick<ReadMill, 'questions' | 'facts'>,
  answer: AnswerView,
): Standing | null {
  const answerTo = (id: string) => {
    const other = questions.get(id);
    return other === undefined ? undefined : answer(other);
  };
  return formOf(question).standing(question, answer(question), knownFigure(question, facts.now, answerTo));
}

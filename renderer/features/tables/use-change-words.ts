import { wordsIn, type Words } from '#assessments/reporting/words.ts';
import type { Answer } from '#assessments/schema/answers.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { FACT_UNITS } from '#assessments/schema/facts.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { CellFact, CellFactId, Change } from './change.ts';
import { answerInCell } from './templates/answer-words.ts';
import { choicesOf, isNumeric } from './templates/template-facts.ts';

interface ChangeWords {
  /** The same for the same field. */
  readonly key: string;
  readonly name: string;
  /** The year, or the id of the question. */
  readonly where: string;
  /** Empty where nothing stands there. */
  readonly before: string;
  readonly after: string;
}

/** A change as it is read. */
export function useChangeWords(): (change: Change) => ChangeWords {
  const { say, pick, language } = useWords();
  const words = wordsIn(language);
  const answerText = (question: Question, answer: Answer | undefined) =>
    [
      String(answerInCell(question, answer?.self, words)),
      answer?.note === undefined || answer.note === '' ? '' : say('tables-note', { note: answer.note }),
    ]
      .filter((text) => text !== '')
      .join(' ');
  return (change) =>
    change.kind === 'fact'
      ? {
          key: `${change.fact} ${change.year}`,
          name: pick(factSheet[change.fact].label),
          where: String(change.year),
          before: factText(change.fact, change.before, words),
          after: factText(change.fact, change.after, words),
        }
      : {
          key: change.question.id,
          name: pick(change.question.stem),
          where: change.question.id,
          before: answerText(change.question, change.before),
          after: answerText(change.question, change.after),
        };
}

function factText(id: CellFactId, value: CellFact, words: Words): string {
  if (value === undefined) return '';
  if (isNumeric(id)) return `${words.figure(value as number)} ${words.unit(FACT_UNITS[id])}`.trim();
  return choicesOf(id, words).find((choice) => choice.value === value)?.text ?? '';
}

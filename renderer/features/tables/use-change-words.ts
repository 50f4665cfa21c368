import { wordsIn, type Words } from '#assessments/reporting/words.ts';
import type { Answer } from '#assessments/schema/answers.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { FACT_UNITS, type ProductLine } from '#assessments/schema/facts.ts';
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
  return (change) => {
    switch (change.kind) {
      case 'fact':
        return {
          key: `${change.fact} ${change.year}`,
          name: pick(factSheet[change.fact].label),
          where: String(change.year),
          before: factText(change.fact, change.before, words),
          after: factText(change.fact, change.after, words),
        };
      case 'products':
        return {
          key: `products ${change.year}`,
          name: pick(factSheet['output.products'].label),
          where: String(change.year),
          before: productsText(change.before, words),
          after: productsText(change.after, words),
        };
      case 'answer':
        return {
          key: change.question.id,
          name: pick(change.question.stem),
          where: change.question.id,
          before: answerText(change.question, change.before),
          after: answerText(change.question, change.after),
        };
    }
  };
}

function productsText(lines: readonly ProductLine[], words: Words): string {
  return words.list(
    lines.map(({ class: kind, quantity, unit, widthCm, massKgPer100m }) => {
      const name = `${words.say(`class-${kind}`)} ${words.figure(quantity)} ${words.unit(unit)}`;
      if (widthCm === undefined || massKgPer100m === undefined) return name;
      const detail = { width: words.figure(widthCm), mass: words.figure(massKgPer100m) };
      return `${name}${words.say('colon')}${words.say('product-detail', detail)}`;
    }),
  );
}

function factText(id: CellFactId, value: CellFact, words: Words): string {
  if (value === undefined) return '';
  if (isNumeric(id)) return `${words.figure(value as number)} ${words.unit(FACT_UNITS[id])}`.trim();
  return choicesOf(id, words).find((choice) => choice.value === value)?.text ?? '';
}

import { formOf } from '#assessments/forms/forms.ts';
import type { Words } from '#assessments/reporting/words.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { AnswerValue } from '#assessments/schema/answers.ts';
import type { Question } from '#assessments/schema/pack.ts';
import texts from '../texts.json' with { type: 'json' };
import type { Refused } from '../change.ts';
import { figureInCell } from '../reading/figure-in-cell.ts';
import { textOf, type Cell } from '../reading/table.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;
const GATE_STATES = ['yes', 'partly', 'no'] as const;
/** Steps of the rungs that can be chosen. */
const STEP = { ladder: 0.5, option: 1, single: 1 } as const;

/** The answers that can be chosen in one cell, each in the words of the report; none where a figure or several options are given. */
export function answersToChoose(question: Question): readonly AnswerValue[] {
  const { kind } = question.form;
  const form = formOf(question);
  if (kind === 'gate') return GATE_STATES.map((gate) => ({ gate }));
  if (kind !== 'ladder' && kind !== 'option' && kind !== 'single') return [];
  const step = STEP[kind];
  const top = kind === 'single' ? form.choices(question).length - 1 : form.topRung(question);
  return Array.from({ length: top / step + 1 }, (_, i) => ({ rung: i * step }));
}

/** Whether several options are given by their numbers. */
export function isOfSeveral({ form }: Question): boolean {
  return form.kind === 'tally' || form.kind === 'multiple';
}

/** An answer as it stands in a cell of a template; empty for none. */
export function answerInCell(question: Question, value: AnswerValue | undefined, words: Words): string | number {
  if (value === undefined) return '';
  if (value.unknown !== undefined) return withDetail(texts['template-unknown'][words.language], value.unknown);
  if (value.na !== undefined) return withDetail(texts['template-na'][words.language], value.na);
  if (value.choices !== undefined) {
    const numbers = optionNumbers(question, value.choices);
    return numbers.length === 0 ? texts['template-none'][words.language] : numbers.join('、');
  }
  if (value.value !== undefined) return question.form.kind === 'single' ? `${value.value}%` : value.value;
  return formOf(question).text(question, value, words);
}

type ReadAnswer =
  { readonly ok: true; readonly value: AnswerValue } | { readonly ok: false; readonly reason: Refused['reason'] };

/** What a filled cell of a template answers; whether the question takes it is not asked here. */
export function answerOfCell(question: Question, cell: Cell | undefined): ReadAnswer {
  const text = textOf(cell).normalize('NFKC');
  const unknown = detailAfter(text, 'template-unknown');
  if (unknown !== null) return { ok: true, value: { unknown } };
  const na = detailAfter(text, 'template-na');
  if (na !== null) return na.length < 2 ? { ok: false, reason: 'reason-too-short' } : { ok: true, value: { na } };
  if (isOfSeveral(question)) return ticked(question, text);
  const chosen = answersToChoose(question).find((value) =>
    LANGUAGES.some((language) => formOf(question).text(question, value, wordsIn(language)).normalize('NFKC') === text),
  );
  if (chosen !== undefined) return { ok: true, value: chosen };
  const figure = figureInCell(cell);
  if (question.form.kind === 'numeric' || (question.form.kind === 'single' && text.endsWith('%')))
    return figure.kind === 'figure'
      ? { ok: true, value: { value: figure.value } }
      : { ok: false, reason: 'not-a-figure' };
  const rung = /^(\d(\.5)?)\s*(档.*)?$/.exec(text)?.[1];
  return rung === undefined || question.form.kind === 'gate'
    ? { ok: false, reason: 'unknown-choice' }
    : { ok: true, value: { rung: Number(rung) } };
}

function ticked(question: Question, text: string): ReadAnswer {
  if (LANGUAGES.some((language) => texts['template-none'][language] === text))
    return { ok: true, value: { choices: [] } };
  const all = formOf(question).choices(question);
  const chosen = text.split(/[\s、,;./]+/).map((number) => all[Number(number) - 1]);
  if (chosen.some((choice) => choice === undefined)) return { ok: false, reason: 'unknown-choice' };
  return { ok: true, value: { choices: [...new Set(chosen.map((choice) => String(choice?.value)))] } };
}

function optionNumbers(question: Question, ticks: readonly string[]): number[] {
  const all = formOf(question).choices(question);
  return all.flatMap(({ value }, i) => (ticks.includes(String(value)) ? [i + 1] : []));
}

function withDetail(word: string, detail: string): string {
  return detail === '' ? word : `${word}：${detail}`;
}

/** What stands behind a word and a colon; null where the text does not begin with the word. */
function detailAfter(text: string, id: 'template-unknown' | 'template-na'): string | null {
  const word = LANGUAGES.map((language) => texts[id][language]).find((begun) => text.startsWith(begun));
  return word === undefined
    ? null
    : text
        .slice(word.length)
        .replace(/^[\s:：，,]+/, '')
        .trim();
}

import { formOf } from '../forms/forms.ts';
import { measuredFigure } from '../forms/known-figure.ts';
import { misfitOf } from '../forms/misfit-of.ts';
import { kpiObject } from '../kpis/kpis.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { Question } from '../schema/pack.ts';
import { kpiText } from './kpi-figure.ts';
import { computed } from './shown-figure.ts';
import type { Mill } from './report-input.ts';
import type { Words } from './words.ts';

/** An answer value in words; the text of the rung, option or ticks, with the reason or name where one was given. */
export function answerText(question: Question, value: AnswerValue | undefined, words: Words): string {
  if (value === undefined || misfitOf(question, value) !== null) return words.say('unknown');
  if (value.na !== undefined) return words.say('not-applicable-because', { reason: value.na });
  if (value.unknown !== undefined) {
    return value.unknown === '' ? words.say('unknown') : words.say('unknown-ask', { who: value.unknown });
  }
  return formOf(question).text(question, value, words);
}

/** What counts for a question: a value from the facts beats the answer, unless that is N/A. */
export function effectiveText(question: Question, mill: Mill): string {
  const value = mill.answer(question);
  const measured = value?.na === undefined ? measuredFigure(question, mill.facts.now) : null;
  if (measured !== null) return mill.words.say('from-facts', { value: `${computed(measured)}%` });
  return answerText(question, value, mill.words);
}

/** What stands in a trace line: the question's stem or the KPI's name. */
export function itemTitle(id: string, mill: Mill): string {
  return mill.words.pick(mill.question(id)?.stem ?? mill.kpi(id)?.name);
}

/** The state of a trace line in words: the answer of a question, the value of a KPI. */
export function itemState(id: string, mill: Mill): string {
  const question = mill.question(id);
  if (question !== undefined) return effectiveText(question, mill);
  const kpi = mill.kpi(id);
  const object = kpi === undefined ? undefined : kpiObject(kpi.id);
  const asked = object?.kind === 'answer' ? mill.question(object.question(mill.green)) : undefined;
  const choices = asked === undefined ? undefined : mill.answer(asked)?.choices;
  if (choices !== undefined) return mill.words.say('functions', { count: new Set(choices).size });
  if (asked !== undefined) return effectiveText(asked, mill);
  return kpiText(id, mill);
}

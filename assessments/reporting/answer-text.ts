import { kpiObject } from '../kpis/kpis.ts';
import { factRatio } from '../indicators/sums.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { Question } from '../schema/pack.ts';
import { kpiText } from './kpi-figure.ts';
import { computed, grouped } from './shown-figure.ts';
import type { Mill } from './report-input.ts';
import type { Words } from './words.ts';

/** An answer value in words; the text of the rung, option or ticks, with the reason or name where one was given. */
export function answerText(question: Question, value: AnswerValue | undefined, words: Words): string {
  if (value === undefined) return words.say('unknown');
  if (value.na !== undefined) return words.say('not-applicable-because', { reason: value.na });
  if (value.unknown !== undefined) {
    return value.unknown === '' ? words.say('unknown') : words.say('unknown-ask', { who: value.unknown });
  }
  if (value.rung !== undefined) return rungText(question, value.rung, words);
  if (value.value !== undefined) return `${grouped(value.value)}${valueUnit(question, words)}`;
  if (value.choices !== undefined) return ticksText(question, value.choices, words);
  const gate = { yes: 0, partly: 1, no: 2 }[value.gate ?? 'no'];
  return words.pick(question.options[gate]);
}

function rungText(question: Question, rung: number, words: Words): string {
  const { form } = question;
  if (form.kind !== 'ladder') return words.say('option-text', { rung, text: words.pick(question.options[rung]) });
  if (rung === 0) return words.say('rung-not-started');
  const text = words.pick(question.options[Math.ceil(rung) - 1]);
  return Number.isInteger(rung)
    ? words.say('rung-text', { rung, text })
    : words.say('rung-in-progress', { rung, text });
}

function valueUnit({ form }: Question, words: Words): string {
  if (form.kind === 'numeric') return words.unit(form.unit);
  return form.kind === 'single' ? '%' : '';
}

function ticksText(question: Question, choices: readonly string[], words: Words): string {
  const ticked = [...new Set(choices)];
  if (ticked.length === 0) return words.say('ticked-none');
  const ids = question.form.kind === 'tally' ? question.form.choices : question.options.map((_, i) => String(i + 1));
  const texts = ticked.map((choice) => words.pick(question.options[ids.indexOf(choice)]) || choice);
  return words.say('ticked', { count: ticked.length, list: words.list(texts) });
}

/** What counts for a question: a value from the facts beats the answer, unless that is N/A. */
export function effectiveText(question: Question, mill: Mill): string {
  const value = mill.answer(question);
  const { form } = question;
  const facts = 'facts' in form ? form.facts : undefined;
  const measured = facts === undefined || value?.na !== undefined ? null : factRatio(mill.facts.now, facts);
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

import { formOf, isHigher } from '../forms/forms.ts';
import { kpiObject } from '../kpis/kpis.ts';
import type { Measure } from '../schema/measure.ts';
import type { Question } from '../schema/pack.ts';
import type { Standing } from '../forms/form.ts';
import { standingIn } from '../scoring/standing-in.ts';
import { effectiveText } from './answer-text.ts';
import { fittingText, kpiText, withUnit } from './kpi-figure.ts';
import type { Mill } from './report-input.ts';

/** What one measure raises by itself, in words: the answer today and the one that it makes possible. */
export interface LiftText {
  /** Of a question or a KPI. */
  readonly id: string;
  readonly kind: 'gate' | 'question' | 'kpi';
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Both by number where the form has rungs, so that no text of an answer is needed. */
  readonly from: string;
  readonly to: string;
}

/** The gates, questions and KPIs that a measure raises at this mill, gates first. What is unknown is raised by nothing. */
export function liftsOf(measure: Measure, mill: Mill): LiftText[] {
  const questions = [...new Set<string>(measure.lifts.map(({ question }) => question))];
  const lifts = [
    ...questions.flatMap((id) => {
      const question = mill.question(id);
      return question === undefined ? [] : lifted(question, measure, mill);
    }),
    ...measure.effects.flatMap((effect) => (effect.kind === 'reaches' ? brought(effect.kpi, effect.to, mill) : [])),
  ];
  return lifts.sort((a, b) => Number(b.kind === 'gate') - Number(a.kind === 'gate'));
}

function lifted(question: Question, { lifts }: Measure, mill: Mill): LiftText[] {
  if (mill.answer(question)?.na !== undefined || !mill.isAsked(question)) return [];
  const form = formOf(question);
  const before = standingIn(question, mill, mill.answer);
  if (before === null) return [];
  const after = form.lifted(
    question,
    before,
    lifts.filter((lift) => lift.question === question.id),
  );
  if (!isHigher(after, before)) return [];
  return [
    {
      id: question.id,
      kind: form.metFrom(question) === null ? 'question' : 'gate',
      title: mill.words.pick(question.stem),
      before: effectiveText(question, mill),
      after: form.text(question, form.valueAt(question, after), mill.words),
      from: numberOf(question, before, mill),
      to: numberOf(question, after, mill),
    },
  ];
}

/** `3档`, `5项` of ticks, a figure; of a gate whether it is met. */
function numberOf(question: Question, standing: Standing, { words }: Mill): string {
  const form = formOf(question);
  const met = form.metFrom(question);
  if (met !== null) return words.say(standing.rung >= met ? 'state-met' : 'state-failed');
  const { kind } = question.form;
  if (kind === 'tally' || kind === 'multiple') return words.say('functions', { count: standing.ticks.size });
  if (kind === 'numeric') return form.text(question, form.valueAt(question, standing), words);
  return words.say('rung', { rung: standing.rung });
}

/** A KPI that is known and comes to another value by it. */
function brought(id: string, to: number, mill: Mill): LiftText[] {
  const kpi = mill.kpi(id);
  const reading = kpi === undefined ? undefined : mill.readings.get(kpi.id);
  if (kpi === undefined || reading?.state !== 'known') return [];
  const object = kpiObject(kpi.id);
  if (object.kind !== 'facts' || object.brought === null) return [];
  const now = mill.facts.now;
  const facts = object.brought(now, to, mill.green);
  if (JSON.stringify(facts) === JSON.stringify(now)) return [];
  const { shownIn = { factor: 1, unit: kpi.unit }, fittings } = object.figure;
  const after =
    fittings === undefined ? withUnit(to * shownIn.factor, shownIn.unit, mill) : fittingText(fittings(facts), mill);
  const before = kpiText(id, mill);
  return [{ id, kind: 'kpi', title: mill.words.pick(kpi.name), before, after, from: before, to: after }];
}

import { reaches } from '../indicators/comparison.ts';
import type { Site } from '../indicators/site.ts';
import { factRatio } from '../indicators/sums.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { Enterprise } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { FormOf, Question } from '../schema/pack.ts';
import type { Counts, Interval } from '../schema/result.ts';
import { applies } from './applicability.ts';
import { exactly, UNKNOWN_POINTS } from './interval.ts';
import type { AnswerView } from './views.ts';

/** A question that the pack asks this mill, with what its answer is worth. */
export interface AskedQuestion {
  readonly question: Question;
  readonly state: 'answered' | 'not-applicable' | 'unknown';
  readonly points: Interval;
  /** Rung that counts for levels, gates and credits; option 0..4 for management questions. */
  readonly rung: Interval;
  /** Number of distinct ticks of a tally; 0 for every other form. */
  readonly ticked: number;
}

export interface Respondent {
  readonly enterprise: Enterprise;
  readonly site: Site;
  readonly facts: YearFacts;
  readonly answer: AnswerView;
}

/** The questions of a pack that apply to the mill, in pack order. */
export function askQuestions(questions: readonly Question[], respondent: Respondent): AskedQuestion[] {
  return questions
    .filter((question) => applies(question.applies, respondent.enterprise, respondent.site))
    .map((question) => resolve(question, respondent));
}

/** An effective N/A drops the question; otherwise facts beat the answer; otherwise it is unknown. */
function resolve(question: Question, { answer, facts }: Respondent): AskedQuestion {
  const value = answer(question);
  const ticked = new Set(value?.choices ?? []).size;
  if (value?.na !== undefined)
    return { question, state: 'not-applicable', points: UNKNOWN_POINTS, rung: exactly(0), ticked };
  const measured = measure(question, value, facts);
  if (measured === null) {
    return { question, state: 'unknown', points: UNKNOWN_POINTS, rung: { low: 0, high: topRung(question) }, ticked };
  }
  return { question, state: 'answered', points: exactly(measured.points), rung: exactly(measured.rung), ticked };
}

interface Measured {
  readonly points: number;
  readonly rung: number;
}

function measure(question: Question, value: AnswerValue | undefined, facts: YearFacts): Measured | null {
  const { form } = question;
  switch (form.kind) {
    case 'ladder':
      return value?.rung === undefined ? null : onLadder(form, value.rung);
    case 'numeric': {
      const number = (form.facts === undefined ? null : factRatio(facts, form.facts)) ?? value?.value;
      return number === undefined ? null : onEdges(form, number);
    }
    case 'option':
      return value?.rung === undefined ? null : { points: form.points[value.rung] ?? 0, rung: value.rung };
    case 'tally': {
      if (value?.choices === undefined) return null;
      const option = countReached(form.edges, new Set(value.choices).size);
      return { points: form.points[option] ?? 0, rung: option };
    }
    case 'gate':
      return value?.gate === undefined ? null : { points: 0, rung: value.gate === 'yes' ? 1 : 0 };
    case 'single':
    case 'multiple':
      return null;
  }
}

/** Points of a rung, a half rung taking the mean of its neighbours; where rung 1 is nothing, it counts as 0. */
function onLadder(form: FormOf<'ladder'>, rung: number): Measured {
  const at = (whole: number) => (whole === 0 ? 0 : (form.points[whole - 1] ?? 0));
  const points = (at(Math.floor(rung)) + at(Math.ceil(rung))) / 2;
  return { points, rung: form.nothingAtRung1 && rung <= 1 ? 0 : rung };
}

/** Rung = 1 + number of edges reached; 0 for exactly 0. */
function onEdges(form: FormOf<'numeric'>, value: number): Measured {
  if (value === 0) return { points: 0, rung: 0 };
  const rung = 1 + countReached(form.edges, value);
  return { points: form.points[rung - 1] ?? 0, rung };
}

function countReached(edges: readonly number[], value: number): number {
  return edges.filter((edge) => reaches(value, edge)).length;
}

function topRung({ form }: Question): number {
  return form.kind === 'ladder' || form.kind === 'numeric' ? 5 : form.kind === 'gate' ? 1 : 4;
}

/** Members of a mean: what is answered N/A drops out. */
export function scored(asked: readonly AskedQuestion[]): AskedQuestion[] {
  return asked.filter((entry) => entry.state !== 'not-applicable');
}

/** Counts over the questions that the pack shows this mill, gates included. */
export function countStates(asked: readonly { readonly state: AskedQuestion['state'] }[]): Counts {
  const count = (state: AskedQuestion['state']) => asked.filter((entry) => entry.state === state).length;
  return {
    applicable: asked.length,
    answered: count('answered'),
    notApplicable: count('not-applicable'),
    unknown: count('unknown'),
  };
}

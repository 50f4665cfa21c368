import { reaches } from '../indicators/comparison.ts';
import type { Site } from '../indicators/site.ts';
import { factRatio } from '../indicators/sums.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { Enterprise } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { Question } from '../schema/pack.ts';
import type { Counts, Interval } from '../schema/result.ts';
import { applies } from './applicability.ts';
import { exactly, UNKNOWN_POINTS } from './interval.ts';
import { pointsAt } from './points-at.ts';
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
  const ticks = new Set(value?.choices ?? []);
  const at = (rung: number, counting = rung): Measured => ({
    points: pointsAt(question, { rung, ticks }),
    rung: counting,
  });
  switch (form.kind) {
    case 'ladder': {
      const rung = value?.rung;
      return rung === undefined ? null : at(rung, form.nothingAtRung1 && rung <= 1 ? 0 : rung);
    }
    case 'numeric': {
      const number = (form.facts === undefined ? null : factRatio(facts, form.facts)) ?? value?.value;
      return number === undefined ? null : at(number === 0 ? 0 : 1 + countReached(form.edges, number));
    }
    case 'option':
      return value?.rung === undefined ? null : at(value.rung);
    case 'tally':
      return value?.choices === undefined ? null : at(countReached(form.edges, ticks.size));
    case 'gate':
      return value?.gate === undefined ? null : at(value.gate === 'yes' ? 1 : 0);
    case 'single':
    case 'multiple':
      return null;
  }
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

import { reaches } from '../indicators/comparison.ts';
import { factRatio } from '../indicators/sums.ts';
import type { AnswerValue } from '../schema/answers.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { Question } from '../schema/pack.ts';
import type { Counts, Interval } from '../schema/result.ts';
import type { PackId } from '../schema/ids.ts';
import { exactly, UNKNOWN_POINTS } from './interval.ts';
import { pointsAt } from './points-at.ts';
import type { ReadMill } from './read-mill.ts';
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

/** The asked questions of every pinned pack by its id. */
export type AskedByPack = ReadonlyMap<PackId, readonly AskedQuestion[]>;

/** The questions of the pinned packs that apply to a mill, each pack in its order, with what the answers of a view are worth. */
export function askAll(
  { packs, pinned, isAsked, facts }: Pick<ReadMill, 'packs' | 'pinned' | 'isAsked' | 'facts'>,
  answer: AnswerView,
): AskedByPack {
  return new Map(
    pinned.map((id) => [
      id,
      packs[id].questions.filter(isAsked).map((question) => resolve(question, answer(question), facts.now)),
    ]),
  );
}

/** An effective N/A drops the question; otherwise facts beat the answer; otherwise it is unknown. */
function resolve(question: Question, value: AnswerValue | undefined, facts: YearFacts): AskedQuestion {
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

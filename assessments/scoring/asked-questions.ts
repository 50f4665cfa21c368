import type { Standing } from '../forms/form.ts';
import { formOf, pointsAt } from '../forms/forms.ts';
import { scoredPacks } from '../packs/scored-packs.ts';
import type { Question } from '../schema/pack.ts';
import type { Counts, Interval } from '../schema/result.ts';
import type { PackId } from '../schema/ids.ts';
import { exactly, UNKNOWN_POINTS } from './interval.ts';
import type { ReadMill } from './read-mill.ts';
import { standingIn } from './standing-in.ts';
import type { AnswerView } from './views.ts';

/** A question that the pack asks this mill, with what its answer is worth. */
export interface AskedQuestion {
  readonly question: Question;
  readonly state: 'answered' | 'not-applicable' | 'unknown';
  readonly points: Interval;
  /** Rung that counts for levels, gates and credits; option 0..4 for management questions. */
  readonly rung: Interval;
  /** Where the answer or the facts put the mill; null unless answered. */
  readonly standing: Standing | null;
}

/** The asked questions of every scored pack by its id. */
export type AskedByPack = ReadonlyMap<PackId, readonly AskedQuestion[]>;

/** The questions of the scored packs that apply to a mill, each pack in its order, with what the answers of a view are worth. */
export function askAll(
  mill: Pick<ReadMill, 'packs' | 'pinned' | 'questions' | 'isAsked' | 'facts'>,
  answer: AnswerView,
): AskedByPack {
  return new Map(
    scoredPacks(mill).map(({ id, questions }) => [
      id,
      questions.filter(mill.isAsked).map((question) => resolve(question, mill, answer)),
    ]),
  );
}

/** An effective N/A drops the question; otherwise facts beat the answer; otherwise it is unknown. */
function resolve(question: Question, mill: Pick<ReadMill, 'questions' | 'facts'>, answer: AnswerView): AskedQuestion {
  const form = formOf(question);
  const isDropped = answer(question)?.na !== undefined;
  const standing = isDropped ? null : standingIn(question, mill, answer);
  const isKnown = standing !== null;
  return {
    question,
    state: isDropped ? 'not-applicable' : isKnown ? 'answered' : 'unknown',
    points: isKnown ? exactly(pointsAt(question, standing)) : UNKNOWN_POINTS,
    rung: isKnown
      ? exactly(form.countingRung(question, standing.rung))
      : { low: 0, high: isDropped ? 0 : form.topRung(question) },
    standing,
  };
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

import type { Pack } from '../schema/pack.ts';
import type { PackResult } from '../schema/result.ts';
import { levelByScore } from '../scoring/levels.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { guidedTopics, openFigures, openQuestions, type OpenFigures, type OpenQuestion } from './openings.ts';

/** How far a mill has come: questions and figures that still leave a score or a level open. */
export interface Progress {
  /** Questions that are asked, gates included, those answered as not applicable too. */
  readonly asked: number;
  readonly answered: number;
  readonly questions: readonly OpenQuestion[];
  readonly figures: readonly OpenFigures[];
  /** Minutes for all of them. */
  readonly minutes: number;
}

/** What is still open at a mill, in the order of what it would decide, with the minutes that it takes. */
export function progressOf(mill: ScoredMill): Progress {
  const questions = openQuestions(mill);
  const figures = openFigures(mill);
  const counts = guidedTopics(mill).map(({ result }) => result.counts);
  return {
    asked: counts.reduce((sum, { applicable }) => sum + applicable, 0),
    answered: counts.reduce((sum, { answered, notApplicable }) => sum + answered + notApplicable, 0),
    questions,
    figures,
    minutes: [...questions, ...figures].reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** How much more of a topic has to be answered before its level is likely to be known. */
export interface LevelInSight {
  readonly pack: Pack;
  readonly result: PackResult;
  readonly questions: readonly OpenQuestion[];
  readonly figures: readonly OpenFigures[];
}

/**
 * The topics whose level is still open, nearest to being known first: the fewest next steps after which it would be known if
 * each came out in the middle of what it can be. An unknown gate has to be answered in any case. An estimate: what comes out
 * otherwise can leave it open, or decide it sooner.
 */
export function levelsInSight(mill: ScoredMill, progress: Progress): LevelInSight[] {
  return guidedTopics(mill)
    .filter(({ result }) => result.score !== null && result.level !== result.levelIfUnknownsGoWell)
    .map((topic) => ({ ...topic, ...untilKnown(topic, progress) }))
    .sort((a, b) => effort(a) - effort(b));
}

type Step = { readonly width: number; readonly minutes: number } & (
  { readonly kind: 'question'; readonly step: OpenQuestion } | { readonly kind: 'figures'; readonly step: OpenFigures }
);

/** The gates of a topic, and the fewest steps in their order after which the bounds of its score lie in one level. */
function untilKnown(
  { pack, result }: Pick<LevelInSight, 'pack' | 'result'>,
  { questions, figures }: Progress,
): Pick<LevelInSight, 'questions' | 'figures'> {
  const own = questions.filter((each) => each.pack === pack.id);
  const steps: Step[] = [
    ...own
      .filter(({ isGate }) => !isGate)
      .map((step): Step => ({ kind: 'question', step, width: step.width, minutes: step.minutes })),
    ...figures
      .map((step): Step => ({ kind: 'figures', step, width: widthIn(result, step.kpis), minutes: step.minutes }))
      .filter(({ width }) => width > 0),
  ].sort((a, b) => b.width / b.minutes - a.width / a.minutes);
  const taken: Step[] = [];
  let { low, high } = result.score ?? { low: 0, high: 0 };
  for (const step of steps) {
    if (levelByScore(pack.levels, low) === levelByScore(pack.levels, high)) break;
    low += step.width / 2;
    high -= step.width / 2;
    taken.push(step);
  }
  return {
    questions: [
      ...own.filter(({ isGate }) => isGate),
      ...taken.flatMap((each) => (each.kind === 'question' ? [each.step] : [])),
    ],
    figures: taken.flatMap((each) => (each.kind === 'figures' ? [each.step] : [])),
  };
}

function widthIn({ trace }: PackResult, kpis: OpenFigures['kpis']): number {
  return trace
    .filter(({ question }) => kpis.some((kpi) => kpi === question))
    .reduce((sum, { contribution }) => sum + contribution.high - contribution.low, 0);
}

function effort({ questions, figures }: LevelInSight): number {
  return questions.length + figures.reduce((sum, { facts }) => sum + facts.length, 0);
}

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
export function levelsInSight(mill: ScoredMill, { questions, figures }: Progress): LevelInSight[] {
  return guidedTopics(mill)
    .filter(({ result }) => result.score !== null && result.level !== result.levelIfUnknownsGoWell)
    .map(({ pack, result }) => {
      const gates = questions.filter((each) => each.pack === pack.id && each.isGate);
      const own = [
        ...questions
          .filter((each) => each.pack === pack.id && !each.isGate)
          .map((each) => ({ question: each, figures: null, ...each })),
        ...figures.flatMap((each) => {
          const width = widthIn(result, each.kpis);
          return width > 0 ? [{ question: null, figures: each, width, minutes: each.minutes }] : [];
        }),
      ].sort((a, b) => b.width / b.minutes - a.width / a.minutes);
      let { low, high } = result.score ?? { low: 0, high: 0 };
      const taken: (typeof own)[number][] = [];
      for (const step of own) {
        if (levelByScore(pack.levels, low) === levelByScore(pack.levels, high)) break;
        low += step.width / 2;
        high -= step.width / 2;
        taken.push(step);
      }
      return {
        pack,
        result,
        questions: [...gates, ...taken.flatMap(({ question }) => question ?? [])],
        figures: taken.flatMap(({ figures: some }) => some ?? []),
      };
    })
    .sort((a, b) => effort(a) - effort(b));
}

function widthIn({ trace }: PackResult, kpis: OpenFigures['kpis']): number {
  return trace
    .filter(({ question }) => kpis.some((kpi) => kpi === question))
    .reduce((sum, { contribution }) => sum + contribution.high - contribution.low, 0);
}

function effort({ questions, figures }: LevelInSight): number {
  return questions.length + figures.reduce((sum, { facts }) => sum + facts.length, 0);
}

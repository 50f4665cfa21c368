import { reaches } from '../indicators/comparison.ts';
import type { BaseRule } from '../schema/pack.ts';
import { scored, type AskedQuestion } from './asked-questions.ts';
import type { Bound } from './levels.ts';

/** The questions that keep the base rule of a level from holding, at one bound; empty where it holds. */
export function baseShortfall(
  rule: BaseRule,
  asked: readonly AskedQuestion[],
  level: number,
  bound: Bound,
): AskedQuestion[] {
  const members = scored(asked).filter((entry) => rule.dimensions.includes(entry.question.dimension));
  const below = (rung: number) => members.filter((entry) => !reaches(entry.rung[bound], rung));
  const holds = ([share, of]: readonly [number, number], missing: number) =>
    of * (members.length - missing) >= share * members.length;
  const belowPrevious = below(level - 1);
  const belowLevel = below(level);
  if (!holds(rule.half, belowLevel.length)) return belowLevel;
  return holds(rule.wide, belowPrevious.length) ? [] : belowPrevious;
}

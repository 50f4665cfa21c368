import type { LadderPack } from '../schema/pack.ts';
import type { Blocker, Interval, PackResult } from '../schema/result.ts';
import type { ProcessType } from '../schema/vocabulary.ts';
import { countStates, scored, type AskedQuestion } from './asked-questions.ts';
import { baseShortfall } from './base-rule.ts';
import { ruleShortfall } from './level-rules.ts';
import { highestLevel, NOTHING_SCORED, scoreReaches, type Bound } from './levels.ts';
import { dimensionResults, scoreOfGroups, traceOf, type Group } from './trace.ts';

/** Intelligent manufacturing and cloud adoption: rungs, dimension weights, level rules (docs/method.md). */
export function scoreLadderPack(
  pack: LadderPack,
  asked: readonly AskedQuestion[],
  type: ProcessType,
): Omit<PackResult, 'selfScore'> {
  const groups = dimensionGroups(pack, asked, type);
  const score = scoreOfGroups(groups);
  return {
    version: pack.version,
    score,
    ...(score === null ? NOTHING_SCORED : levelsOf(pack, asked, score)),
    counts: countStates(asked),
    dimensions: dimensionResults(groups),
    gates: [],
    blockers: score === null ? [] : blockersOf(pack, asked, score),
    trace: traceOf(groups),
  };
}

/** Within a dimension questions weigh the same; dimension weights follow the process type. */
function dimensionGroups(pack: LadderPack, asked: readonly AskedQuestion[], type: ProcessType): Group[] {
  return pack.dimensions.map((dimension) => ({
    id: dimension.id,
    weight: dimension.weight[type],
    items: scored(asked)
      .filter((entry) => entry.question.dimension === dimension.id)
      .map((entry) => ({ id: entry.question.id, weight: entry.question.weight, points: entry.points })),
  }));
}

function levelsOf(pack: LadderPack, asked: readonly AskedQuestion[], score: Interval) {
  return { level: levelAt(pack, asked, score, 'low'), levelIfUnknownsGoWell: levelAt(pack, asked, score, 'high') };
}

/** The highest level whose score, base rule and (cumulative) level rules all hold; 0 where none does. */
function levelAt(pack: LadderPack, asked: readonly AskedQuestion[], score: Interval, bound: Bound): number {
  for (let level = highestLevel(pack.levels); level > 0; level -= 1) {
    if (obstaclesTo(pack, asked, score, level, bound).length === 0) return level;
  }
  return 0;
}

function blockersOf(pack: LadderPack, asked: readonly AskedQuestion[], score: Interval): Blocker[] {
  const next = levelAt(pack, asked, score, 'low') + 1;
  return next > highestLevel(pack.levels) ? [] : obstaclesTo(pack, asked, score, next, 'low');
}

function obstaclesTo(
  pack: LadderPack,
  asked: readonly AskedQuestion[],
  score: Interval,
  level: number,
  bound: Bound,
): Blocker[] {
  const base = pack.baseRule === null ? [] : baseShortfall(pack.baseRule, asked, level, bound);
  const rules = pack.levelRules
    .filter((rule) => rule.level <= level)
    .flatMap((rule) => ruleShortfall(rule, asked, bound));
  const idsInPackOrder = (entries: readonly AskedQuestion[]) =>
    asked.filter((entry) => entries.includes(entry)).map((entry) => entry.question.id as string);
  return [
    ...(scoreReaches(pack.levels, level, score[bound]) ? [] : [{ level, rule: 'score' as const, questions: [] }]),
    ...(base.length === 0 ? [] : [{ level, rule: 'base' as const, questions: idsInPackOrder(base) }]),
    ...(rules.length === 0 ? [] : [{ level, rule: 'question' as const, questions: idsInPackOrder(rules) }]),
  ];
}

import { reaches } from '../indicators/comparison.ts';
import type { Levels } from '../schema/pack.ts';
import type { Blocker, GateState, Interval } from '../schema/result.ts';

export type Bound = keyof Interval;

export const NOTHING_SCORED = { level: null, levelIfUnknownsGoWell: null } as const;

/** Highest level, counted from 1, whose score threshold is reached; the lowest level where none is. */
export function levelByScore(levels: Levels, score: number): number {
  const reached = levels.thresholds.filter((threshold) => reaches(score, threshold)).length;
  return Math.max(levels.lowest, reached);
}

export function highestLevel(levels: Levels): number {
  return levels.thresholds.length;
}

export function scoreReaches(levels: Levels, level: number, score: number): boolean {
  return reaches(score, levels.thresholds[level - 1] ?? 0);
}

/** Level by score, capped while a gate is failed or unknown; on the high bound an unknown gate counts as met. */
export function cappedLevel(
  levels: Levels,
  score: number,
  gates: readonly GateState[],
  cap: number,
  bound: Bound,
): number {
  const closed = gates.some((state) => state === 'failed' || (state === 'unknown' && bound === 'low'));
  const level = levelByScore(levels, score);
  return closed ? Math.min(level, cap) : level;
}

/** What keeps a gated pack from the next level: its score, and above the cap the gates that are not met. */
export function gatedBlockers(
  levels: Levels,
  level: number,
  low: number,
  gates: readonly { readonly id: string; readonly state: GateState }[],
  cap: number,
): Blocker[] {
  const next = level + 1;
  if (next > highestLevel(levels)) return [];
  const closed = gates.filter((gate) => gate.state === 'failed' || gate.state === 'unknown').map((gate) => gate.id);
  return [
    ...(scoreReaches(levels, next, low) ? [] : [{ level: next, rule: 'score' as const, questions: [] }]),
    ...(next > cap && closed.length > 0 ? [{ level: next, rule: 'question' as const, questions: closed }] : []),
  ];
}

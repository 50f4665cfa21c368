import type { Interval } from '../schema/result.ts';

export const UNKNOWN_POINTS: Interval = { low: 0, high: 100 };

/** An interval of one point: the value is known. */
export function exactly(value: number): Interval {
  return { low: value, high: value };
}

export function scale(interval: Interval, factor: number): Interval {
  return { low: interval.low * factor, high: interval.high * factor };
}

export function sum(intervals: readonly Interval[]): Interval {
  return intervals.reduce(
    (total, interval) => ({ low: total.low + interval.low, high: total.high + interval.high }),
    exactly(0),
  );
}

export interface Weighted {
  readonly weight: number;
  readonly score: Interval | null;
}

/** Weighted mean of the members that have a score; null over no member (nothing applicable is not zero). */
export function weightedMean(members: readonly Weighted[]): Interval | null {
  const present = members.filter((member) => member.score !== null);
  const total = present.reduce((sumOfWeights, member) => sumOfWeights + member.weight, 0);
  if (total === 0) return null;
  return sum(present.map((member) => scale(member.score ?? UNKNOWN_POINTS, member.weight / total)));
}

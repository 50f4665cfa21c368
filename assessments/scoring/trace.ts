import type { DimensionResult, Interval, TraceLine } from '../schema/result.ts';
import { scale, sum, weightedMean } from './interval.ts';

/** A scored item (question or KPI) with its nominal weight inside its group. */
export interface Item {
  readonly id: string;
  readonly weight: number;
  readonly points: Interval;
}

/** Items that share a nominal weight: a dimension, or the two parts of the green score. */
export interface Group {
  readonly id: string;
  readonly weight: number;
  readonly items: readonly Item[];
}

/** Score of a group: weighted mean of its items; null where nothing is left. */
export function groupScore(group: Group): Interval | null {
  return weightedMean(group.items.map((item) => ({ weight: item.weight, score: item.points })));
}

export function scoreOfGroups(groups: readonly Group[]): Interval | null {
  return weightedMean(groups.map((group) => ({ weight: group.weight, score: groupScore(group) })));
}

export function dimensionResults(groups: readonly Group[]): Record<string, DimensionResult> {
  return Object.fromEntries(groups.map((group) => [group.id, { score: groupScore(group), weight: group.weight }]));
}

/** One line per item, weights after re-spreading over what did not drop out; they sum to 1. */
export function traceOf(groups: readonly Group[]): TraceLine[] {
  const present = groups.filter((group) => group.items.length > 0);
  const total = present.reduce((weights, group) => weights + group.weight, 0);
  return present.flatMap((group) => {
    const inside = group.items.reduce((weights, item) => weights + item.weight, 0);
    return group.items.map((item) => traceLine(item.id, item.points, ((group.weight / total) * item.weight) / inside));
  });
}

export function traceLine(question: string, points: Interval, weight: number): TraceLine {
  return { question, points, weight, contribution: scale(points, weight) };
}

/** What the lines of one item add up to: same points, weights summed. */
export function mergeLines(lines: readonly TraceLine[]): TraceLine[] {
  const byId = new Map<string, TraceLine[]>();
  for (const line of lines) byId.set(line.question, [...(byId.get(line.question) ?? []), line]);
  return [...byId.values()].map((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1) return first as TraceLine;
    return {
      ...first,
      weight: same.reduce((weights, line) => weights + line.weight, 0),
      contribution: sum(same.map((line) => line.contribution)),
    };
  });
}

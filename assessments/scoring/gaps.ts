import { reaches } from '../indicators/comparison.ts';
import { TOPIC_IDS, type PackId } from '../schema/ids.ts';
import type { Interval, PackResult, Result, TraceLine } from '../schema/result.ts';

/** A trace line with the pack it stands in. */
export interface RankedLine extends TraceLine {
  readonly pack: PackId;
  /** Points of the pack's score that are missing here at the most (gap) or earned here at the least (strength). */
  readonly size: number;
}

/** What keeps a mill back: a gate that is not met, or a question or KPI with points missing. */
export type Gap =
  | { readonly kind: 'failed-gate' | 'unknown-gate'; readonly pack: PackId; readonly question: string }
  | ({ readonly kind: 'points' } & RankedLine);

/** Points of the pack's score that a line costs, whatever its unknowns turn out to be: an interval, as its points are one. */
export function lostPoints({ weight, points }: Pick<TraceLine, 'weight' | 'points'>): Interval {
  return { low: weight * (100 - points.high), high: weight * (100 - points.low) };
}

const STRONG_POINTS = 80;

/**
 * The order of gaps, one for table, summary and screen: failed gates, then unknown ones, in pack order; then round by
 * round one question or KPI a topic, the topic of the lowest low score first, for points of packs of different size are
 * never compared; within a topic what costs most, ties by id. The reference pack is no topic.
 */
export function gapsOf({ packs }: Pick<Result, 'packs'>, ids: readonly PackId[]): Gap[] {
  const topics = TOPIC_IDS.filter((id) => ids.includes(id));
  const gates = (state: 'failed' | 'unknown') =>
    topics.flatMap((pack) =>
      (packs[pack]?.gates ?? [])
        .filter((gate) => gate.state === state)
        .map(({ id }): Gap => ({ kind: `${state}-gate`, pack, question: id })),
    );
  return [...gates('failed'), ...gates('unknown'), ...inTurn(topics.map((pack) => ({ pack, result: packs[pack] })))];
}

/** Trace lines of one pack by what they cost its score, largest first, ties by id; nothing that is already full. */
export function missingPoints(pack: PackId, result: PackResult | undefined): RankedLine[] {
  return ranked(pack, result, (line) => lostPoints(line).high);
}

/** Trace lines of one pack at 80 points or more on the low bound, by what they earn, largest first, ties by id. */
export function strengthsOf(pack: PackId, result: PackResult | undefined): RankedLine[] {
  return ranked(pack, result, (line) => (reaches(line.points.low, STRONG_POINTS) ? line.weight * line.points.low : 0));
}

interface RatedTopic {
  readonly pack: PackId;
  readonly result: PackResult | undefined;
}

function inTurn(topics: readonly RatedTopic[]): Gap[] {
  const rising = topics
    .filter(({ result }) => result?.score != null)
    .sort((a, b) => comparable(a.result?.score?.low ?? 0) - comparable(b.result?.score?.low ?? 0))
    .map(({ pack, result }) => missingPoints(pack, result));
  const rounds = Math.max(0, ...rising.map((lines) => lines.length));
  return Array.from({ length: rounds }, (_, round) =>
    rising.flatMap((lines) => (lines[round] === undefined ? [] : [{ kind: 'points' as const, ...lines[round] }])),
  ).flat();
}

/** The bonus weighs nothing and so is neither gap nor strength. */
function ranked(pack: PackId, result: PackResult | undefined, sizeOf: (line: TraceLine) => number): RankedLine[] {
  return (result?.trace ?? [])
    .map((line) => ({ ...line, pack, size: sizeOf(line) }))
    .filter((line) => comparable(line.size) > 0)
    .sort((a, b) => comparable(b.size) - comparable(a.size) || (a.question < b.question ? -1 : 1));
}

/** Sizes that differ only by the last bits of a sum are the same size. */
function comparable(size: number): number {
  return Math.round(size * 1e9);
}

import type { PackId } from '../schema/ids.ts';
import { PACK_IDS } from '../schema/ids.ts';
import type { Result, TraceLine } from '../schema/result.ts';

/** A line of the trace with the pack it stands in. */
export interface Standing extends TraceLine {
  readonly pack: PackId;
  /** Points of the pack's score that are missing here (gap) or earned here (strength). */
  readonly size: number;
}

const STRONG_POINTS = 80;

/** Trace lines by what they cost the score, largest first, ties by id; nothing that is already full. */
export function gapsOf(result: Result, packs: readonly PackId[]): Standing[] {
  return ranked(result, packs, (line) => line.weight * (100 - line.points.low));
}

/** Trace lines at 80 points or more on the low bound, by what they earn, largest first, ties by id. */
export function strengthsOf(result: Result, packs: readonly PackId[]): Standing[] {
  return ranked(result, packs, (line) => (line.points.low >= STRONG_POINTS ? line.weight * line.points.low : 0));
}

/** The bonus weighs nothing and so is neither gap nor strength. */
function ranked(result: Result, packs: readonly PackId[], sizeOf: (line: TraceLine) => number): Standing[] {
  return packs
    .flatMap((pack) => (result.packs[pack]?.trace ?? []).map((line) => ({ ...line, pack, size: sizeOf(line) })))
    .filter((standing) => standing.size > 0)
    .sort((a, b) => comparable(b.size) - comparable(a.size) || (a.question < b.question ? -1 : 1));
}

/** Sizes that differ only by the last bits of a sum are the same size. */
function comparable(size: number): number {
  return Math.round(size * 1e9);
}

/** The packs a diagnosis asked for, in the order of the shipped packs; the reference pack only if pinned itself. */
export function pinnedPacks(pins: Readonly<Partial<Record<PackId, string>>>): PackId[] {
  return PACK_IDS.filter((id) => pins[id] !== undefined);
}

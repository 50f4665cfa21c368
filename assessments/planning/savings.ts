import { WHOLE_FLOW, type Loss, type Range } from '../schema/measure.ts';
import { flowOf, type MillFlows, type Stream } from './flows.ts';
import type { Pull } from './pull.ts';

/** A measure of a choice, as far as savings go. */
export interface Saver {
  readonly pull: Pull;
  readonly isDeep: boolean;
}

/** What management alone can save of a flow, what reuse and new machines can in all, and what of a loss (planning.md 2, Together). */
export const MOST_BY_MANAGEMENT = 0.35;
export const MOST_OF_FLOW = 0.6;
export const MOST_OF_LOSS = 0.6;

export type Bound = keyof Range;

/** A whole share 0..1 that several save together, and the part of it that each has. */
export interface SharedSaving<T> {
  readonly whole: number;
  readonly parts: ReadonlyMap<T, Range>;
}

/**
 * What a choice saves of a stream: 1 − Π(1 − s of all) · Σ over end uses of w · Π(1 − s), at most what can be saved; the part
 * of each is that whole by its share alone over the sum of shares alone.
 */
export function savedOf<T extends Saver>(
  stream: Stream,
  savers: readonly T[],
  { split }: Pick<MillFlows, 'split'>,
): SharedSaving<T> {
  const weights = split[flowOf(stream)];
  const mine = savers.filter(({ pull }) => pull.shares.some((share) => share.stream === stream));
  const limit = mine.some(({ isDeep }) => isDeep) ? MOST_OF_FLOW : MOST_BY_MANAGEMENT;
  return shared(mine, Math.min(limit, together(mine, 'planned')), (saver, bound) => together([saver], bound));

  function together(all: readonly Saver[], bound: Bound): number {
    const left = new Map<string, number>();
    for (const { pull } of all)
      for (const { stream: other, use, share } of pull.shares)
        if (other === stream) left.set(use, (left.get(use) ?? 1) * (1 - share[bound]));
    return 1 - (left.get(WHOLE_FLOW) ?? 1) * leftOfUses(weights, left);
  }
}

/** Σ over end uses of w · what is left of it; 1 where the mill has no split, so that no end use can be saved. */
function leftOfUses(weights: ReadonlyMap<string, number>, left: ReadonlyMap<string, number>): number {
  let rest = 1;
  for (const [use, weight] of weights) rest -= weight * (1 - (left.get(use) ?? 1));
  return rest;
}

/** What a choice avoids of a loss, and the part of each. */
export function avoidedOf<T extends Saver>(loss: Loss, savers: readonly T[]): SharedSaving<T> {
  const mine = savers.filter(({ pull }) => pull.losses.some((part) => part.loss === loss));
  const together = (all: readonly Saver[], bound: Bound) =>
    1 -
    all
      .flatMap(({ pull }) => pull.losses.filter((part) => part.loss === loss))
      .reduce((left, { share }) => left * (1 - share[bound]), 1);
  return shared(mine, Math.min(MOST_OF_LOSS, together(mine, 'planned')), (saver, bound) => together([saver], bound));
}

function shared<T>(savers: readonly T[], whole: number, alone: (saver: T, bound: Bound) => number): SharedSaving<T> {
  const sum = savers.reduce((total, saver) => total + alone(saver, 'planned'), 0);
  const factor = sum === 0 ? 0 : whole / sum;
  const part = (saver: T): Range => ({
    low: alone(saver, 'low') * factor,
    planned: alone(saver, 'planned') * factor,
    high: Math.min(1, alone(saver, 'high') * factor),
  });
  return { whole, parts: new Map(savers.map((saver) => [saver, part(saver)])) };
}

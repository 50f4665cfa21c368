import type { PlanProblem } from '#assessments/planning/plan-problem.ts';

/** A stream of numbers 0..1 from a seed; the same seed gives the same stream. */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Savings of each item on one flow, and the gain of the part that is no longer needed. */
export interface SavingModel {
  readonly shares: readonly number[];
  readonly points: number;
}

export interface ArbitraryProblem {
  readonly problem: PlanProblem;
  readonly saving: SavingModel;
}

/**
 * A problem in the shape of a mill's: questions with up to three measures, chains of prerequisites, a few exclusions and
 * gates, savings that multiply. Money pays for about a third of it all.
 */
export function arbitraryProblem(seed: number, count: number): ArbitraryProblem {
  const random = randomStream(seed);
  const below = (n: number) => Math.floor(random() * n);
  const items = Array.from({ length: count }, (_, i) => ({
    cost: Math.round((0.5 + 60 * random() ** 3) * 10) / 10,
    effort: 0.5 + below(12),
    requires: i > 2 && random() < 0.45 ? [below(i)] : [],
    excludes: i > 2 && random() < 0.06 ? [below(i)] : [],
    gates: random() < 0.05 ? [below(3)] : [],
    forced: false,
  })).map((item) => ({ ...item, excludes: item.excludes.filter((other) => !item.requires.includes(other)) }));
  const best = Array.from({ length: Math.ceil(count * 1.1) }, () => {
    const weight = 0.2 + 2 * random();
    const own = new Set(Array.from({ length: 1 + below(3) }, () => below(count)));
    return { gains: [...own].map((item) => ({ item, gain: weight * (10 + 90 * random()) * 0.05 })) };
  });
  const shares = items.map(() => (random() < 0.2 ? 0.02 + 0.2 * random() : 0));
  const points = 6 * random();
  const saving = { shares, points };
  return {
    saving,
    problem: {
      items,
      budget: items.reduce((sum, item) => sum + item.cost, 0) * (0.15 + 0.3 * random()),
      capacity: random() < 0.5 ? Infinity : items.reduce((sum, item) => sum + item.effort, 0) * (0.3 + 0.3 * random()),
      best,
      combined: combinedOf(saving),
    },
  };
}

function combinedOf({ shares, points }: SavingModel): PlanProblem['combined'] {
  const items = shares.flatMap((share, i) => (share > 0 ? [i] : []));
  const left = (chosen: readonly number[]) => chosen.reduce((product, i) => product * (1 - (shares[i] ?? 0)), 1);
  return {
    items,
    of: (chosen) => points * (1 - left(chosen)),
    parts: 1,
    most: (chosen) => ({
      rooms: [points * (left(chosen) - left(items))],
      by: items.map((i) => [points * left(chosen) * (shares[i] ?? 0)]),
    }),
  };
}

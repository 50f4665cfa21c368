import type { Corner, PlanProblem } from '#assessments/planning/plan-problem.ts';

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
  const wayOf = (chosen: readonly number[]) => chosen.reduce((sum, i) => sum - Math.log(1 - (shares[i] ?? 0)), 0);
  const whole = wayOf(items);
  return {
    items,
    parts: 1,
    moves: items.map((i) => [wayOf([i]) / whole]),
    at: (chosen) => ({
      gain: points * (1 - left(chosen)),
      lines: [tangentsTo(points * left(chosen), whole, 1 - wayOf(chosen) / whole)],
    }),
  };
}

const TANGENTS = 12;

/** A line just above `size * (1 - exp(-whole * way))` for ways up to `end`: the corners between neighbouring tangents. */
function tangentsTo(size: number, whole: number, end: number): Corner[] {
  const gain = (way: number) => size * (1 - Math.exp(-whole * way));
  const slope = (way: number) => size * whole * Math.exp(-whole * way);
  const touched = Array.from({ length: TANGENTS + 1 }, (_, k) => (Math.max(0, end) * k) / TANGENTS);
  const corners = touched.slice(1).map((b, k): Corner => {
    const a = touched[k] ?? 0;
    if (b - a < 1e-12) return { way: b, gain: gain(b) };
    const way = a + (gain(b) - gain(a) - slope(b) * (b - a)) / (slope(a) - slope(b));
    return { way, gain: gain(a) + slope(a) * (way - a) };
  });
  return [{ way: 0, gain: 0 }, ...corners, { way: end, gain: gain(end) }];
}

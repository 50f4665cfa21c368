import type { PlanProblem } from '#assessments/planning/plan-problem.ts';

/** Gates before points, as one figure. */
export const worth = (gates: number, objective: number) => gates * 1e5 + objective;

/** Whether a choice keeps every rule of its problem, to a small slack in money and months. */
export function allowed({ items, budget, capacity }: PlanProblem, chosen: readonly number[], slack = 1e-9): boolean {
  const own = new Set(chosen);
  const sum = (of: (i: number) => number) => chosen.reduce((total, i) => total + of(i), 0);
  return (
    sum((i) => items[i]?.cost ?? 0) <= budget + slack &&
    sum((i) => items[i]?.effort ?? 0) <= capacity + slack &&
    chosen.every(
      (i) =>
        items[i]?.requires.every((needed) => own.has(needed)) === true &&
        !items[i].excludes.some((other) => own.has(other)),
    )
  );
}

export function gatesOf({ items }: PlanProblem, chosen: readonly number[]): number {
  return new Set(chosen.flatMap((i) => items[i]?.gates ?? [])).size;
}

/** Points of a choice, counted from the problem alone. */
export function pointsOf({ best, combined }: PlanProblem, chosen: readonly number[]): number {
  const own = new Set(chosen);
  const gains = best.map(({ gains }) =>
    Math.max(0, ...gains.filter(({ item }) => own.has(item)).map(({ gain }) => gain)),
  );
  return gains.reduce((a, b) => a + b, 0) + combined.at(combined.items.filter((i) => own.has(i))).gain;
}

export function worthOf(problem: PlanProblem, chosen: readonly number[]): number {
  return worth(gatesOf(problem, chosen), pointsOf(problem, chosen));
}

import type { ProblemItem, PlanProblem } from './plan-problem.ts';

/** Worth more than all gains together, so that a condition of the recognition aimed at goes before any of them. */
export const WISH = 1e3;
/** Worth more than all these together. */
export const GATE = 1e5;

/** A problem laid out for the search: who needs whom, and which gain lists an item stands in. Gates are lists of their own, last but for the wishes. */
export interface ProblemIndex {
  readonly count: number;
  readonly lists: number;
  readonly firstGate: number;
  readonly firstWish: number;
  readonly cost: Float64Array;
  readonly effort: Float64Array;
  /** All that an item requires, directly or not, each before what requires it. */
  readonly ancestors: readonly (readonly number[])[];
  readonly descendants: readonly (readonly number[])[];
  readonly excluded: readonly (readonly number[])[];
  /** Per item: its lists, its gain in each, and the gain that its ancestors have there already. */
  readonly inLists: readonly (readonly number[])[];
  readonly gains: readonly (readonly number[])[];
  readonly floors: readonly (readonly number[])[];
  readonly isCombined: readonly boolean[];
  /** How far an item moves each part of the combined gain; none for an item that moves none. */
  readonly moves: readonly (readonly number[] | undefined)[];
  /** Items that others require come after those. */
  readonly dependentsFirst: readonly number[];
}

export function indexOf(problem: PlanProblem): ProblemIndex {
  const { items } = problem;
  const count = items.length;
  const everything = [...items.keys()];
  const ancestors = everything.map((i) => ancestorsOf(problem, i));
  const gates = stepLists(items, ({ gates: met }) => met, GATE);
  const wishes = stepLists(items, ({ wishes: met = [] }) => met, WISH);
  const lists = [...problem.best.map((list) => list.gains), ...gates, ...wishes];
  const standing = everything.map((i) =>
    lists.flatMap((gains, list) => {
      const gain = gains.find((entry) => entry.item === i)?.gain;
      return gain === undefined ? [] : [{ list, gain }];
    }),
  );
  const gainOf = (item: number, list: number) => standing[item]?.find((entry) => entry.list === list)?.gain ?? 0;
  return {
    count,
    lists: lists.length,
    firstGate: problem.best.length,
    firstWish: problem.best.length + gates.length,
    cost: Float64Array.from(items, (item) => item.cost),
    effort: Float64Array.from(items, (item) => item.effort),
    ancestors,
    descendants: everything.map((i) => everything.filter((k) => ancestors[k]?.includes(i) === true)),
    excluded: items.map((item, i) => [
      ...new Set([...item.excludes, ...everything.filter((k) => items[k]?.excludes.includes(i) === true)]),
    ]),
    inLists: standing.map((entries) => entries.map((entry) => entry.list)),
    gains: standing.map((entries) => entries.map((entry) => entry.gain)),
    floors: standing.map((entries, i) =>
      entries.map(({ list }) => Math.max(0, ...(ancestors[i] ?? []).map((needed) => gainOf(needed, list)))),
    ),
    isCombined: everything.map((i) => problem.combined.items.includes(i)),
    moves: everything.map((i) => problem.combined.moves[problem.combined.items.indexOf(i)]),
    dependentsFirst: everything.sort((a, b) => (ancestors[b]?.length ?? 0) - (ancestors[a]?.length ?? 0) || a - b),
  };
}

/** A list for each thing that items meet or do not meet. */
function stepLists(items: PlanProblem['items'], metBy: (item: ProblemItem) => readonly number[], gain: number) {
  const ids = [...new Set(items.flatMap(metBy))].sort((a, b) => a - b);
  return ids.map((id) => items.flatMap((item, i) => (metBy(item).includes(id) ? [{ item: i, gain }] : [])));
}

function ancestorsOf({ items }: PlanProblem, item: number): number[] {
  const found: number[] = [];
  const visit = (i: number) => {
    for (const needed of items[i]?.requires ?? []) {
      if (found.includes(needed)) continue;
      visit(needed);
      if (!found.includes(needed)) found.push(needed);
    }
  };
  visit(item);
  return found;
}

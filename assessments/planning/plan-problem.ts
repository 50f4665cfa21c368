/**
 * Which measures to choose, as numbers alone; what they mean is known to problem-of.ts. Items are counted from 0.
 * Gains are points of the objective (docs/method.md, Planning).
 */
export interface PlanProblem {
  readonly items: readonly ProblemItem[];
  /** Money for the whole plan in 10k yuan; Infinity where it is not bound. */
  readonly budget: number;
  /** Person-months of the mill's own people for the whole plan; Infinity where they are not bound. */
  readonly capacity: number;
  /** Gains of which only the best chosen one counts, such as the rungs of one question. */
  readonly best: readonly BestGain[];
  readonly combined: CombinedGain;
}

export interface ProblemItem {
  readonly cost: number;
  readonly effort: number;
  /** Items that must be chosen with this one. */
  readonly requires: readonly number[];
  readonly excludes: readonly number[];
  /** Failed or unknown gates that this item would meet; they go before any gain. */
  readonly gates: readonly number[];
  /** Conditions of a recognition aimed at that this item would meet; they go after gates and before any gain. */
  readonly wishes?: readonly number[];
  /** In the plan whatever it is worth. */
  readonly forced: boolean;
}

/** Of the chosen items that stand in `gains`, the largest gain counts. */
export interface BestGain {
  readonly gains: readonly { readonly item: number; readonly gain: number }[];
}

/** A gain that only the whole choice has, such as KPIs rescored for the combined saving. Never falls when an item is added. */
export interface CombinedGain {
  /** Items that can change it. */
  readonly items: readonly number[];
  /** Parts that add up to the gain, such as single KPIs. */
  readonly parts: number;
  /** How far each of `items` moves each part at most, in whatever company, as a share 0..1 of the part's whole way. */
  readonly moves: readonly (readonly number[])[];
  /** Where exactly these items out of `items`, in ascending order, bring it. */
  readonly at: (chosen: readonly number[]) => CombinedAt;
}

/** A combined gain, and per part at least what any choice with more items can still gain, by how far it is moved on: a line from [0, 0]. */
export interface CombinedAt {
  readonly gain: number;
  readonly lines: readonly (readonly Corner[])[];
}

/** What a part gains by the way it is moved: a corner of a line that rises and bends down only. */
export interface Corner {
  readonly way: number;
  readonly gain: number;
}

/**
 * Points of the objective within which a choice is the optimum: less than any shown figure, more than the rounding of sums
 * in which a gate counts a million.
 */
export const ROUNDING = 1e-7;

/** A choice with what it is worth, and how far the optimum can be from it. */
export interface PlanChoice {
  readonly chosen: readonly number[];
  readonly gates: number;
  readonly objective: number;
  /** No choice with the same gates is worth more than this. */
  readonly bound: number;
  /** Whether `bound` is the objective itself. */
  readonly proven: boolean;
  /** Steps of the search. */
  readonly nodes: number;
}

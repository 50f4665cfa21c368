/** A variable of a linear model, by its place. */
export type Variable = number & { readonly brand?: 'Variable' };

/** Of a program: the most of objective · x where 0 <= x <= upper, some x are 0 or 1 alone, and every row · x is at most its limit. */
export interface LinearProgram {
  readonly objective: readonly number[];
  readonly upper: readonly number[];
  readonly isWhole: readonly boolean[];
  readonly rows: readonly { readonly terms: readonly (readonly [number, Variable])[]; readonly limit: number }[];
  /** Values of some variables that a search may begin from; wrong ones cost time, never truth. */
  readonly start: readonly (readonly [Variable, number])[];
  /** Share of the value below the bound at which the search may end; 0 where the best itself is wanted. */
  readonly within: number;
}

/**
 * A solver of such programs: the best values that it found, none where it found none within its work, and a bound that no
 * values exceed; null where nothing keeps the rows. Its work is counted, never timed.
 */
export type Solver = (
  program: LinearProgram,
) => { readonly bound: number; readonly values: ArrayLike<number> | null } | null;

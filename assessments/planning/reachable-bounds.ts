import type { LinearProgram } from './linear-program.ts';

/** What each variable can be while the rows are kept. */
export interface Bounds {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Passes over the rows: a bound found in one lets the next find more. */
const PASSES = 3;
/** Whole values that keep a row within this share of its figures stay, as they do where choices are compared. */
const EQUAL = 1e-9;
/** Bounds of other values are left this much wider than computed, relative, so that rounding takes none away. */
const ROUNDING = 1e-13;

/**
 * Bounds that rows imply for variables from 0 to `upper`: of each row the least that all other terms can be leaves so
 * much for this one. A whole variable becomes 0 or 1 alone where the other does not fit, as a measure above the budget
 * does. Takes away no values that keep the rows; where nothing keeps them the bounds say nothing.
 */
export function reachableBounds(
  rows: LinearProgram['rows'],
  upper: readonly number[],
  isWhole: readonly boolean[],
): Bounds {
  const low = upper.map(() => 0);
  const high = [...upper];
  for (let pass = 0; pass < PASSES; pass += 1) {
    let isChanged = false;
    for (const { terms, limit } of rows) {
      const least = leastOf(terms, low, high);
      if (!Number.isFinite(least)) continue;
      const size = Math.max(Math.abs(limit), Math.abs(least));
      for (const [factor, variable] of terms) {
        const [from, to] = [low[variable] ?? 0, high[variable] ?? 0];
        const slack = limit - least + (isWhole[variable] === true ? EQUAL : ROUNDING) * size;
        if (to <= from || Math.abs(factor) * (to - from) <= slack || slack < 0) continue;
        if (isWhole[variable] === true) {
          if (factor > 0) high[variable] = from;
          else low[variable] = to;
        } else if (factor > 0) high[variable] = from + slack / factor;
        else continue;
        isChanged = true;
      }
    }
    if (!isChanged) break;
  }
  return { lower: low, upper: high };
}

/** The least that a row's terms come to between bounds. */
export function leastOf(
  terms: LinearProgram['rows'][number]['terms'],
  lower: readonly number[],
  upper: readonly number[],
): number {
  return terms.reduce((sum, [factor, variable]) => sum + factor * ((factor > 0 ? lower : upper)[variable] ?? 0), 0);
}

import type { LinearProgram, Solver, Variable } from './linear-program.ts';
import { leastOf, reachableBounds, type Bounds } from './reachable-bounds.ts';

/** constant + Σ factor · variable. */
export interface Expression {
  readonly constant: number;
  readonly terms: readonly (readonly [factor: number, variable: Variable])[];
}

export const constant = (value: number): Expression => ({ constant: value, terms: [] });
export const times = (factor: number, variable: Variable): Expression => ({ constant: 0, terms: [[factor, variable]] });

export function sumOfExpressions(all: readonly Expression[]): Expression {
  return {
    constant: all.reduce((sum, one) => sum + one.constant, 0),
    terms: all.flatMap(({ terms }) => terms),
  };
}

export function scaledBy(factor: number, { constant: value, terms }: Expression): Expression {
  return { constant: factor * value, terms: terms.map(([part, variable]) => [factor * part, variable] as const) };
}

/** left <= right. */
export interface Row {
  readonly left: Expression;
  readonly right: Expression;
}

/** What a solver finds: values of the variables, and what no values that keep the rows exceed. */
export interface Solution {
  readonly bound: number;
  /** Null where the solver found no values. */
  readonly valueOf: ((variable: Variable) => number) | null;
}

/** How one search for values is begun and how far it goes. */
export interface SearchFrom {
  readonly more?: readonly Row[];
  readonly start?: LinearProgram['start'];
  readonly within?: number;
}

/** Below this a factor is none. */
const NOTHING = 1e-12;

/** Variables, what they may be, and rows that they keep; rows are only added. */
export class LinearModel {
  readonly #upper: number[] = [];
  readonly #isWhole: boolean[] = [];
  readonly #rows: LinearProgram['rows'][number][] = [];

  /** A variable from 0 to `upper`, any number or 0 and 1 alone. */
  variable(upper: number, isWhole = false): Variable {
    this.#upper.push(upper);
    this.#isWhole.push(isWhole);
    return this.#upper.length - 1;
  }

  /** Keeps left <= right. */
  keep(left: Expression, right: Expression): void {
    this.#rows.push(...rowsOf({ left, right }));
  }

  /** Keeps need <= what wherever `is` is 1, and nothing where it is 0; the tightest such row. */
  keepWhere(is: Variable, need: number, what: Expression): void {
    const least = what.terms.reduce(
      (sum, [factor, variable]) => sum + Math.min(0, factor * (this.#upper[variable] ?? 0)),
      what.constant,
    );
    if (need > least) this.keep(times(need - least, is), sumOfExpressions([what, constant(-least)]));
  }

  /** More than an expression never is, whatever the rows say. */
  mostOf({ constant: value, terms }: Expression): number {
    return terms.reduce((sum, [factor, variable]) => sum + Math.max(0, factor * (this.#upper[variable] ?? 0)), value);
  }

  /** The best values for an objective while some more rows are kept too; null where no values keep the rows. */
  maximise(objective: Expression, { more = [], start = [], within = 0 }: SearchFrom, solve: Solver): Solution | null {
    const rows = [...this.#rows, ...more.flatMap(rowsOf)];
    const { lower, upper } = reachableBounds(rows, this.#upper, this.#isWhole);
    const open = upper.flatMap((most, variable) => (most > (lower[variable] ?? 0) ? [variable] : []));
    const place = new Map(open.map((variable, i) => [variable, i]));
    const scale = upper.map((most, variable) => (this.#isWhole[variable] === true ? 1 : most));
    const factors = open.map(() => 0);
    let fixed = objective.constant;
    for (const [factor, variable] of objective.terms) {
      const at = place.get(variable);
      if (at === undefined) fixed += factor * (lower[variable] ?? 0);
      else factors[at] = (factors[at] ?? 0) + factor * (scale[variable] ?? 1);
    }
    const found = solve({
      objective: factors,
      upper: open.map((variable) => (upper[variable] ?? 0) / (scale[variable] ?? 1)),
      isWhole: open.map((variable) => this.#isWhole[variable] === true),
      rows: rows.flatMap((row) => scaledRow(row, { lower, upper, scale, place })),
      start: start.flatMap(([variable, value]) => {
        const at = place.get(variable);
        return at === undefined ? [] : [[at, value / (scale[variable] ?? 1)] as const];
      }),
      within,
    });
    if (found === null) return null;
    const { values } = found;
    const valueOf = (variable: Variable): number => {
      const at = place.get(variable);
      return at === undefined ? (lower[variable] ?? 0) : (values?.[at] ?? 0) * (scale[variable] ?? 1);
    };
    return { bound: found.bound + fixed, valueOf: values === null ? null : valueOf };
  }
}

/** Shares of a row's largest factor that a solver would not tell from its own rounding. */
const TOO_SMALL = 1e-9;

/**
 * A row over the open variables, each from 0 to 1, whose largest factor is 1; none where all values keep it. Factors of
 * kilograms beside factors of shares make a solver round away choices and call the rest the best. What is too small is
 * left out so that no values are lost.
 */
function scaledRow(
  { terms, limit }: LinearProgram['rows'][number],
  {
    lower,
    upper,
    scale,
    place,
  }: Bounds & { readonly scale: readonly number[]; readonly place: ReadonlyMap<Variable, number> },
): LinearProgram['rows'] {
  let left = limit;
  const over: (readonly [number, Variable])[] = [];
  for (const [factor, variable] of terms) {
    const at = place.get(variable);
    if (at === undefined) left -= factor * (lower[variable] ?? 0);
    else over.push([factor * (scale[variable] ?? 1), at]);
  }
  const most = -leastOf(
    terms.map(([factor, variable]) => [-factor, variable] as const),
    lower,
    upper,
  );
  if (most <= limit) return [];
  const largest = Math.max(...over.map(([factor]) => Math.abs(factor)));
  if (over.length === 0 || largest === 0) return [{ terms: [], limit: left }];
  left /= largest;
  const kept = over.flatMap(([factor, at]) => {
    const share = factor / largest;
    if (Math.abs(share) >= TOO_SMALL) return [[share, at] as const];
    left += Math.max(0, -share);
    return [];
  });
  return [{ terms: kept, limit: left }];
}

/** None where it says nothing; one that nothing keeps where it is never so. */
function rowsOf({ left, right }: Row): LinearProgram['rows'] {
  const factors = new Map<Variable, number>();
  for (const [factor, variable] of left.terms) factors.set(variable, (factors.get(variable) ?? 0) + factor);
  for (const [factor, variable] of right.terms) factors.set(variable, (factors.get(variable) ?? 0) - factor);
  const terms = [...factors].flatMap(([variable, factor]) =>
    Math.abs(factor) > NOTHING ? [[factor, variable] as const] : [],
  );
  const limit = right.constant - left.constant;
  return terms.length > 0 || limit < -1e-9 ? [{ terms, limit }] : [];
}

/** A variable of a linear model, by its place. */
export type Variable = number & { readonly brand?: 'Variable' };

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

  /** The best values for an objective while some more rows are kept too; null where no values keep the rows. */
  maximise(objective: Expression, { more = [], start = [], within = 0 }: SearchFrom, solve: Solver): Solution | null {
    const scale = this.#upper.map((upper, i) => (this.#isWhole[i] === true || upper === 0 ? 1 : upper));
    const factors = scale.map(() => 0);
    for (const [factor, variable] of objective.terms)
      factors[variable] = (factors[variable] ?? 0) + factor * (scale[variable] ?? 1);
    const found = solve({
      objective: factors,
      upper: this.#upper.map((upper, i) => upper / (scale[i] ?? 1)),
      isWhole: this.#isWhole,
      rows: [...this.#rows, ...more.flatMap(rowsOf)].map((row) => scaledRow(row, scale)),
      start,
      within,
    });
    if (found === null) return null;
    const { values } = found;
    return {
      bound: found.bound + objective.constant,
      valueOf: values === null ? null : (variable) => (values[variable] ?? 0) * (scale[variable] ?? 1),
    };
  }
}

/** Shares of a row's largest factor that a solver would not tell from its own rounding. */
const TOO_SMALL = 1e-7;

/**
 * A row over variables from 0 to 1 whose largest factor is 1. Factors of kilograms beside factors of shares make a
 * solver round away choices and call the rest the best. What is too small is left out so that no values are lost.
 */
function scaledRow(
  { terms, limit }: LinearProgram['rows'][number],
  scale: readonly number[],
): LinearProgram['rows'][number] {
  const over = terms.map(([factor, variable]) => [factor * (scale[variable] ?? 1), variable] as const);
  const largest = Math.max(...over.map(([factor]) => Math.abs(factor)));
  if (terms.length === 0 || largest === 0) return { terms: [], limit };
  let left = limit / largest;
  const kept = over.flatMap(([factor, variable]) => {
    const share = factor / largest;
    if (Math.abs(share) >= TOO_SMALL) return [[share, variable] as const];
    left += Math.max(0, -share);
    return [];
  });
  return { terms: kept, limit: left };
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

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

/** What a solver finds: the values of the variables, or that no values keep the rows. */
export interface Solution {
  /** No values that keep the rows come to more. */
  readonly bound: number;
  readonly valueOf: (variable: Variable) => number;
}

/** A solver of mixed-integer linear models in the LP format; null where nothing keeps the rows. Its work is counted, never timed. */
export type Solver = (model: string) => { readonly bound: number; readonly values: ReadonlyMap<string, number> } | null;

/** left <= right. */
export interface Row {
  readonly left: Expression;
  readonly right: Expression;
}

/** Below this a factor is none. */
const NOTHING = 1e-12;

/** Variables, what they may be, and rows that they keep; rows are only added. */
export class LinearModel {
  readonly #bounds: { readonly upper: number; readonly isWhole: boolean }[] = [];
  readonly #rows: string[] = [];

  /** A variable from 0 to `upper`, any number or 0 and 1 alone. */
  variable(upper: number, isWhole = false): Variable {
    this.#bounds.push({ upper, isWhole });
    return this.#bounds.length - 1;
  }

  /** Keeps left <= right. */
  keep(left: Expression, right: Expression): void {
    const row = rowText(left, right);
    if (row !== null) this.#rows.push(row);
  }

  /** The best values for an objective while `more` rows are kept too; null where no values keep the rows. */
  maximise(objective: Expression, more: readonly Row[], solve: Solver): Solution | null {
    const merged = mergedTerms(objective);
    const whole = this.#bounds.flatMap(({ isWhole }, i) => (isWhole ? [`x${i}`] : []));
    const rows = [...this.#rows, ...more.flatMap(({ left, right }) => rowText(left, right) ?? [])];
    const found = solve(
      [
        'Maximize',
        ` obj: ${merged.length === 0 ? '0 x0' : merged.join(' ')}`,
        'Subject To',
        ...rows.map((row, i) => ` r${i}: ${row}`),
        'Bounds',
        ...this.#bounds.map(({ upper }, i) => ` 0 <= x${i} <= ${text(upper)}`),
        ...(whole.length === 0 ? [] : ['Binary', ` ${whole.join(' ')}`]),
        'End',
      ].join('\n'),
    );
    if (found === null) return null;
    return { bound: found.bound + objective.constant, valueOf: (variable) => found.values.get(`x${variable}`) ?? 0 };
  }
}

/** Null where it says nothing. */
function rowText(left: Expression, right: Expression): string | null {
  const all = sumOfExpressions([left, scaledBy(-1, right)]);
  const merged = mergedTerms(all);
  if (merged.length > 0) return `${merged.join(' ')} <= ${text(-all.constant)}`;
  return all.constant > NOTHING ? '0 x0 <= -1' : null;
}

function mergedTerms({ terms }: Expression): string[] {
  const factors = new Map<Variable, number>();
  for (const [factor, variable] of terms) factors.set(variable, (factors.get(variable) ?? 0) + factor);
  return [...factors]
    .filter(([, factor]) => Math.abs(factor) > NOTHING)
    .map(([variable, factor]) => `${factor < 0 ? '-' : '+'} ${text(Math.abs(factor))} x${variable}`);
}

/** A number as the LP format reads it, which knows no `Infinity`. */
function text(value: number): string {
  return Number.isFinite(value) ? String(value) : '1e30';
}

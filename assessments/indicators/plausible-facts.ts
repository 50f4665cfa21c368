import type { ProductLine, YearFacts } from '../schema/facts.ts';
import { FACT_UNITS, type NumericFactId } from '../schema/facts.ts';
import { exceeds, reaches } from './comparison.ts';
import { plausibility, type Bound, type Denominator, type OutputAmount } from './plausibility-bounds.ts';
import type { FactPair } from './site.ts';
import { quantityIn } from './standard-output.ts';
import { ratio } from './sums.ts';

/** Why a fact is implausible, in the unit of its amount: outside its range, or far from the year before (which may be true). */
export type Doubt =
  | {
      readonly kind: 'out-of-range';
      /** Per denominator. */
      readonly value: number;
      readonly unit: string;
      readonly per: Denominator;
      readonly low: number | null;
      readonly high: number;
    }
  | { readonly kind: 'changed'; readonly value: number; readonly prior: number; readonly unit: string };

export interface ImplausibleFact {
  readonly fact: string;
  readonly doubt: Doubt;
}

/**
 * Facts of the year that are outside every sensible range or far from the year before; one doubt a fact, none for what
 * is missing. `employees` is the number of the profile, where the year names none. A denominator that is itself out of
 * range is not leaned on, so that one wrong figure is said once, where it stands.
 */
export function findImplausibleFacts(facts: FactPair, employees: number | undefined): ImplausibleFact[] {
  const found: ImplausibleFact[] = [];
  const doubted = new Set<string>();
  const now = amountsOf(facts.now);
  const prior = amountsOf(facts.prior);
  const by = (per: Denominator) => amountOf(per, now, doubted, employees);
  for (const [fact, { bounds, comparesYears }] of Object.entries(plausibility.facts)) {
    const outside = doubtOfRange(fact, bounds, now, by);
    if (outside !== null) doubted.add(fact);
    const doubt = outside ?? (comparesYears ? doubtOfChange(fact, bounds, now, prior) : null);
    if (doubt !== null) found.push({ fact, doubt });
  }
  return found;
}

/** Amounts by fact id, and the output of all product lines in one unit; undefined while unknown. */
type Amounts = Readonly<Record<string, number | undefined>>;

function amountsOf(facts: YearFacts): Amounts {
  const { 'output.products': products, ...others } = facts;
  return {
    ...(others as Amounts),
    'tonne-of-product': outputIn('t', products),
    '100m-of-product': outputIn('100m', products),
  };
}

/** The output of all lines as made, not converted to standard product; undefined where a line does not convert. */
function outputIn(unit: 't' | '100m', products: readonly ProductLine[] | undefined): number | undefined {
  const quantities = products?.map((line) => quantityIn(unit, line)) ?? [];
  if (quantities.length === 0 || quantities.includes(null)) return undefined;
  return quantities.reduce<number>((sum, quantity) => sum + (quantity ?? 0), 0);
}

/** The facts that denominators rest on. */
const RESTS_ON = {
  employee: 'people.employees',
  '10k-yuan-output': 'finance.output-value',
  spindle: 'spinning.spindles',
  'tonne-of-product': 'output.products',
  '100m-of-product': 'output.products',
} as const;

function amountOf(
  per: Denominator,
  now: Amounts,
  doubted: ReadonlySet<string>,
  employees: number | undefined,
): number | undefined {
  if (per === 'absolute') return 1;
  const fact = typeof per === 'object' ? per.fact : RESTS_ON[per];
  const amount = doubted.has(fact) ? undefined : now[isOutput(per) ? per : fact];
  return per === 'employee' ? (amount ?? employees) : amount;
}

function isOutput(per: Denominator): per is OutputAmount {
  return per === 'tonne-of-product' || per === '100m-of-product';
}

function doubtOfRange(
  fact: string,
  bounds: readonly Bound[],
  now: Amounts,
  by: (per: Denominator) => number | undefined,
): Doubt | null {
  for (const { of, per, low = null, high } of bounds) {
    const value = ratio(now[of ?? fact], by(per));
    if (value === null) continue;
    const inside = !exceeds(value, high) && (low === null || value === 0 || reaches(value, low));
    return inside ? null : { kind: 'out-of-range', value, unit: unitOf(of ?? fact), per, low, high };
  }
  return null;
}

function doubtOfChange(fact: string, bounds: readonly Bound[], now: Amounts, prior: Amounts): Doubt | null {
  const factor = plausibility.changeFactor.value;
  for (const of of new Set(bounds.map((bound) => bound.of ?? fact))) {
    const value = now[of] ?? 0;
    const before = prior[of] ?? 0;
    if (value === 0 || before === 0) continue;
    const unlike = exceeds(value / before, factor) || exceeds(before / value, factor);
    return unlike ? { kind: 'changed', value, prior: before, unit: unitOf(of) } : null;
  }
  return null;
}

function unitOf(amount: string): string {
  if (amount === 'tonne-of-product') return 't';
  if (amount === '100m-of-product') return '100m';
  return FACT_UNITS[amount as NumericFactId];
}

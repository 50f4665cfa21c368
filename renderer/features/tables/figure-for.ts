import { FACT_MAXIMA, FACT_UNITS, type NumericFactId } from '#assessments/schema/facts.ts';
import { Quantity } from '#assessments/schema/quantity.ts';
import type { Refused } from './change.ts';

/** A figure in a unit, of which `times` base units are one; in percent where `isPercent`. */
interface TypedFigure {
  readonly value: number;
  readonly isPercent: boolean;
  readonly times: number;
}

/** A figure as a fact stores it, or why the fact does not take it. */
export function figureFor(fact: NumericFactId, { value, isPercent, times }: TypedFigure): number | Refused['reason'] {
  if (value < 0) return 'negative';
  if (isPercent && FACT_UNITS[fact] !== '%') return 'is-percent';
  const stored = Number((value * times).toPrecision(12));
  const isTaken = Quantity.safeParse(stored).success && stored <= (FACT_MAXIMA[fact] ?? stored);
  return isTaken ? stored : 'out-of-range';
}

import type { Measure, Range } from '../schema/measure.ts';
import type { YearFacts } from '../schema/facts.ts';

export interface CostOf extends Range {
  /** Whether the part that grows with the mill rests on the mill's own figure; true where there is no such part. */
  readonly isSized: boolean;
}

/** Cost of a measure at this mill in 10k yuan; a typical size stands in where the driving fact is unknown. */
export function costOf({ cost }: Measure, facts: YearFacts): CostOf {
  if (cost.per === null) return { ...cost.fixed, isSized: true };
  const own = facts[cost.per.driver];
  const times = (own ?? cost.per.typical) / cost.per.units;
  const { wan } = cost.per;
  return {
    low: cost.fixed.low + times * wan.low,
    planned: cost.fixed.planned + times * wan.planned,
    high: cost.fixed.high + times * wan.high,
    isSized: own !== undefined,
  };
}

import type { YearFacts } from '../schema/facts.ts';
import type { Measure, Range } from '../schema/measure.ts';
import type { Quote } from '../schema/plan.ts';
import type { MillSize } from './mill-size.ts';
import { scaled } from './pull.ts';
import { timesOf, type Units } from './units.ts';

/** What a measure costs once at this mill, 10k yuan. */
export interface CostOf extends Range {
  /** The mill's own quotes, a public case, or an estimate of ours. */
  readonly origin: 'quote' | 'case' | 'estimate';
  /** Whether the part that grows with the mill rests on the mill's own figure; true where there is no such part. */
  readonly isSized: boolean;
}

/** The cost by quotes for the whole measure, if there are any, else by the catalogue. */
export function costOf(
  { cost }: Pick<Measure, 'cost'>,
  quotes: readonly Quote[],
  units: Units | null,
  facts: YearFacts,
  size: MillSize,
): CostOf {
  const [first, ...rest] = quotes.map(({ wan }) => wan).sort((a, b) => a - b);
  if (first !== undefined)
    return {
      low: first,
      planned: median([first, ...rest]),
      high: rest.at(-1) ?? first,
      origin: 'quote',
      isSized: true,
    };
  const origin = cost.source === null ? 'estimate' : 'case';
  if (cost.per === null) return { ...cost.fixed, origin, isSized: true };
  const { times, isSized } = timesOf(cost.per.per, units, facts, size);
  const grown = scaled(cost.per.wan, times);
  return {
    low: cost.fixed.low + grown.low,
    planned: cost.fixed.planned + grown.planned,
    high: cost.fixed.high + grown.high,
    origin,
    isSized,
  };
}

/** The middle of sorted amounts, of an even number the mean of the middle two. */
function median(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

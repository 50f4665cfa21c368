import type { Enterprise } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { MILL_SIZES } from '../schema/measure.ts';

export type MillSize = (typeof MILL_SIZES)[number];

/** From which people and which revenue (10k yuan) a mill of industry is of a size; both are needed (统计上大中小微型企业划分办法（2017）). */
const FLOORS: readonly { readonly size: MillSize; readonly people: number; readonly revenue: number }[] = [
  { size: 'large', people: 1000, revenue: 40_000 },
  { size: 'medium', people: 300, revenue: 2_000 },
  { size: 'small', people: 20, revenue: 300 },
];

/** The size of a mill; by people alone where the revenue is missing, by revenue alone where the people are, small where both are. */
export function millSize(facts: YearFacts, { employees }: Pick<Enterprise, 'employees'>): MillSize {
  const people = facts['people.employees'] ?? employees;
  const revenue = facts['finance.revenue'];
  if (people === undefined && revenue === undefined) return 'small';
  const found = FLOORS.find((floor) => (people ?? Infinity) >= floor.people && (revenue ?? Infinity) >= floor.revenue);
  return found?.size ?? 'micro';
}

/** Own people free for projects where the mill does not say: an assumption of ours (planning.md 4). */
export const FREE_PEOPLE: Readonly<Record<MillSize, number>> = { micro: 0.3, small: 0.5, medium: 1, large: 2 };

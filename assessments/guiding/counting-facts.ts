import { readKpis, waterKpisInUse } from '../kpis/kpis.ts';
import { anyFigures, watchedFacts } from '../kpis/looked-facts.ts';
import { NUMERIC_FACT_IDS, type NumericFactId, type YearFacts } from '../schema/facts.ts';
import type { KpiId } from '../schema/ids.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { openFigures } from './openings.ts';

/** What prices a plan and sizes a mill; needed at every mill though no score reads it. */
const OF_PLANS = /^(price|people|finance|loss|water\.price|water\.wastewater-cost)/;

/** The figures that count at a mill: those that its KPIs and questions read, and those that a plan does. */
export function countingFacts(mill: ScoredMill): ReadonlySet<NumericFactId> {
  const looked = new Set<string>();
  const watched = (facts: YearFacts) =>
    watchedFacts({ ...anyFigures(NUMERIC_FACT_IDS), ...facts }, (fact) => looked.add(fact));
  const used = new Set<KpiId>([
    ...waterKpisInUse(mill).map(({ kpi }) => kpi.id),
    ...mill.green.kpis.map(({ id }) => id),
  ]);
  const within = <P extends { readonly kpis: readonly { readonly id: KpiId }[] }>(pack: P): P => ({
    ...pack,
    kpis: pack.kpis.filter(({ id }) => used.has(id)),
  });
  readKpis({
    ...mill,
    water: within(mill.water),
    green: within(mill.green),
    facts: { now: watched(mill.facts.now), prior: watched(mill.facts.prior) },
  });
  for (const { form } of [...mill.questions.values()].filter(mill.isAsked))
    if ('facts' in form && form.facts !== undefined) {
      looked.add(form.facts.numerator);
      looked.add(form.facts.denominator);
    }
  return new Set(NUMERIC_FACT_IDS.filter((id) => looked.has(id) || OF_PLANS.test(id)));
}

/** The figures of the year to begin with, at most so many: those that make most KPIs of the untouched mill known a minute. */
export function mustHaves(untouched: ScoredMill, most: number): ReadonlySet<NumericFactId> {
  const facts = openFigures(untouched)
    .flatMap((entry) => entry.facts)
    .filter(({ year }) => year === 'now')
    .flatMap(({ id }) => (id === 'output.products' ? [] : [id]));
  return new Set(facts.slice(0, most));
}

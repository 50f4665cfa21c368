import type { FactPair } from '../indicators/site.ts';
import { standardOutput } from '../indicators/standard-output.ts';
import { kpiObject, readKpis } from '../kpis/kpis.ts';
import { anyFigures, fewestThatSuffice, watchedFacts } from '../kpis/looked-facts.ts';
import { NUMERIC_FACT_IDS, type NumericFactId, type ProductLine, type YearFacts } from '../schema/facts.ts';
import type { KpiId } from '../schema/ids.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';

/** A figure that a mill has not given: of the year of the diagnosis, or of the year before. */
export interface NeededFact extends MissingFact {
  /** Each of these would do in its place, such as one source of water for another. */
  readonly instead: readonly NumericFactId[];
}

interface MissingFact {
  readonly id: NumericFactId | 'output.products';
  readonly year: keyof FactPair;
}

/** What stands for products that nobody has named yet. */
const SOME_PRODUCT: ProductLine = { class: 'woven', quantity: 1, unit: '100m', massKgPer100m: 1 };

/**
 * The figures that are missing for a KPI to be known, the fewest that suffice, products first; empty where it is known, where
 * it is not read from facts, or where no figure would do. Of the year before too, and beyond products: `missingFacts` of the
 * planning names what the contract asks for, the figures of the year alone.
 */
export function neededFacts(kpi: KpiId, mill: ScoredMill): readonly NeededFact[] {
  if (kpiObject(kpi).kind !== 'facts' || mill.readings.get(kpi)?.state === 'known') return [];
  const { facts: pair } = mill;
  const absent: MissingFact[] = [
    ...(pair.now['output.products'] === undefined ? [{ id: 'output.products', year: 'now' } as const] : []),
    ...(['now', 'prior'] as const).flatMap((year) =>
      NUMERIC_FACT_IDS.filter((id) => pair[year][id] === undefined).map((id) => ({ id, year })),
    ),
  ];
  const looked = new Set<string>();
  const all = filled(pair, absent);
  const watched = {
    now: watchedFacts(all.now, (id) => looked.add(`now/${id}`)),
    prior: watchedFacts(all.prior, (id) => looked.add(`prior/${id}`)),
  };
  if (!isKnown(kpi, watched, mill)) return [];
  const needed = fewestThatSuffice(
    absent.filter((fact) => fact.id === 'output.products' || looked.has(keyOf(fact))),
    (some) => isKnown(kpi, filled(pair, some), mill),
  );
  return needed.map((fact) => ({ ...fact, instead: insteadOf(fact) }));

  function insteadOf(fact: MissingFact): NumericFactId[] {
    const others = needed.filter((other) => other !== fact);
    return absent.flatMap(({ id, year }) => {
      const isOther = id !== 'output.products' && year === fact.year && looked.has(keyOf({ id, year }));
      if (!isOther || needed.some((own) => own.id === id && own.year === year)) return [];
      return isKnown(kpi, filled(pair, [...others, { id, year }]), mill) ? [id] : [];
    });
  }
}

/** A needed figure as one word, `now/water.intake.town`. */
export function keyOf({ id, year }: Pick<NeededFact, 'id' | 'year'>): string {
  return `${year}/${id}`;
}

/** The facts with figures in the place of those that are missing. */
function filled(pair: FactPair, missing: readonly MissingFact[]): FactPair {
  const of = (year: keyof FactPair): YearFacts => {
    const own = missing.filter((fact) => fact.year === year).map(({ id }) => id);
    return {
      ...pair[year],
      ...anyFigures(own.filter((id) => id !== 'output.products')),
      ...(own.includes('output.products') ? { 'output.products': [SOME_PRODUCT] } : {}),
    };
  };
  return { now: of('now'), prior: of('prior') };
}

/** Whether a KPI of the mill is known on such facts. */
function isKnown(kpi: KpiId, facts: FactPair, mill: ScoredMill): boolean {
  const output = standardOutput(facts.now['output.products'], mill.water.standardOutput);
  return readKpis({ ...mill, facts, output }).get(kpi)?.state === 'known';
}

import { NOT_APPLICABLE, readOn, UNKNOWN, type Reading } from '../indicators/readings.ts';
import { ratio } from '../indicators/sums.ts';
import type { Kpi } from '../schema/pack.ts';
import { ALL_SITES, type FactKpi, type KpiMill, kpiId, NEVER, simulated } from './kpi.ts';

/** Wastewater discharged over what GB 4287-2012 takes as baseline for the standard output; dry mills and other products have none. */
export const gk9: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: readDrainage,
  isPerProduct: NEVER,
  takenFrom: null,
  points: simulated,
  way: 'total',
  brought: null,
  movedBy: { flows: ['water'], kpis: [kpiId('K4')] },
  figure: { isBenchmark: false },
};

function readDrainage(kpi: Kpi, { site, facts: { now }, output, green }: KpiMill): Reading {
  if (!site.wet || output.kind === 'only-other') return NOT_APPLICABLE;
  if (output.kind !== 'known') return UNKNOWN;
  const baseline = output.lines.reduce((sum, line) => {
    const rule = green.drainage.find((candidate) => candidate.class === line.class);
    const tonnes = rule?.kgPer100m == null ? line.quantity : (line.quantity * rule.kgPer100m) / 1000;
    return sum + tonnes * (rule?.baseline ?? 0);
  }, 0);
  return readOn(kpi, ratio(now['water.wastewater.discharged'], baseline));
}

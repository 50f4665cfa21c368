import { readOn } from '../indicators/readings.ts';
import { decline, ratio } from '../indicators/sums.ts';
import type { YearFacts } from '../schema/facts.ts';
import { ALL_SITES, type FactKpi, NEVER, simulated, UNMOVED } from './kpi.ts';

/** Decline of main materials per output value against the year before, %. */
export const gk5: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts }) =>
    readOn(kpi, decline(materialsPerOutputValue(facts.prior), materialsPerOutputValue(facts.now)), 'decline'),
  isPerProduct: NEVER,
  takenFrom: null,
  points: simulated,
  way: 'linear',
  brought: null,
  movedBy: UNMOVED,
  figure: { isBenchmark: false },
};

function materialsPerOutputValue(facts: YearFacts): number | null {
  return ratio(facts['materials.main'], facts['finance.output-value']);
}

import { landOutput } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { ALL_SITES, type FactKpi, NEVER, simulated, UNMOVED } from './kpi.ts';

/** Output value over land, 10k yuan per m2. */
export const gk11: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts }) => readOn(kpi, landOutput(facts.now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: simulated,
  way: 'linear',
  brought: null,
  movedBy: UNMOVED,
  figure: { isBenchmark: false },
};

import { readOn } from '../indicators/readings.ts';
import { percentage } from '../indicators/sums.ts';
import { ALL_SITES, type FactKpi, NEVER, simulated, UNMOVED } from './kpi.ts';

/** Green investment over output value of three years, %. */
export const gk10: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts: { now } }) =>
    readOn(kpi, percentage(now['finance.green-investment-3y'], now['finance.output-value-3y'])),
  isPerProduct: NEVER,
  takenFrom: null,
  points: simulated,
  way: 'linear',
  brought: null,
  movedBy: UNMOVED,
  figure: { isBenchmark: false },
};

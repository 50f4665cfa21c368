import { reuseRate } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { type FactKpi, kpiId, NEVER, onAnchors } from './kpi.ts';

/** Water reuse rate of wet mills, %. */
export const k3: FactKpi = {
  kind: 'facts',
  appliesTo: ({ wet }) => wet,
  read: (kpi, { facts }) => readOn(kpi, reuseRate(facts.now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'share',
  brought: null,
  movedBy: { flows: ['water'], kpis: [kpiId('K4'), kpiId('K5'), kpiId('K6')] },
  figure: { isBenchmark: true },
};

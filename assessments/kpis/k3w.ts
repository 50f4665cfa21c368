import { reuseRate } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { type FactKpi, kpiId, NEVER, onAnchors } from './kpi.ts';

/** Water reuse rate of dry mills with water-jet looms, %. */
export const k3w: FactKpi = {
  kind: 'facts',
  appliesTo: ({ wet, waterJet }) => !wet && waterJet,
  read: (kpi, { facts }) => readOn(kpi, reuseRate(facts.now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'share',
  brought: null,
  movedBy: { flows: [], kpis: [kpiId('K4')] },
  figure: { isBenchmark: true },
};

import { coolingRecirculation } from '../indicators/rates.ts';
import { NOT_APPLICABLE, readOn } from '../indicators/readings.ts';
import { shifted } from './brought.ts';
import { type FactKpi, NEVER, onAnchors, UNMOVED } from './kpi.ts';

/** Recirculation of cooling water, %; not applicable only where the mill has none. */
export const k5: FactKpi = {
  kind: 'facts',
  appliesTo: ({ wet, waterJet }) => wet || !waterJet,
  read: (kpi, { facts: { now } }) =>
    now['water.has-cooling'] === false ? NOT_APPLICABLE : readOn(kpi, coolingRecirculation(now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'linear',
  brought: (facts, value) => shifted(facts, 'water.recycled.cooling', 'water.cooling.makeup', value / 100),
  movedBy: UNMOVED,
  figure: { isBenchmark: true },
};

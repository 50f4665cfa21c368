import { readTotal } from '../indicators/readings.ts';
import { intake } from '../indicators/sums.ts';
import { ALL_SITES, type FactKpi, onAnchors } from './kpi.ts';

/** Water intake per product, as the mill's total against what its classes allow together. */
export const k1: FactKpi = {
  kind: 'facts',
  appliesTo: ({ wet }) => wet,
  read: (kpi, { facts, output }) => readTotal(kpi, intake(facts.now), output),
  isPerProduct: ALL_SITES,
  takenFrom: null,
  points: onAnchors,
  way: 'total',
  brought: null,
  movedBy: { flows: ['water'], kpis: [] },
  figure: { perProduct: { indicator: 'water.unit-intake', totalUnit: 'm3' }, isBenchmark: true },
};

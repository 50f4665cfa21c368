import { ALL_SITES, type FactKpi, kpiId, simulated } from './kpi.ts';
import type { Site } from '../indicators/site.ts';

const source = ({ wet }: Site) => kpiId(wet ? 'K1' : 'K2d');

/** Water intake as the water pack reads it: per product, of dry mills its decline. */
export const gk6: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (_kpi, { site }, other) => other(source(site)),
  isPerProduct: ({ site }) => site.wet,
  takenFrom: source,
  points: simulated,
  way: 'total',
  brought: null,
  movedBy: { flows: ['water'], kpis: [] },
  figure: { perProduct: { indicator: 'water.unit-intake', totalUnit: 'm3' }, isBenchmark: false },
};

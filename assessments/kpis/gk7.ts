import { ALL_SITES, type FactKpi, kpiId, NEVER, simulated } from './kpi.ts';
import type { Site } from '../indicators/site.ts';

const source = ({ wet, waterJet }: Site) => kpiId(wet ? 'K3' : waterJet ? 'K3w' : 'K5');

/** Water reuse as the water pack reads it: of dry mills the loop that they have. */
export const gk7: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (_kpi, { site }, other) => other(source(site)),
  isPerProduct: NEVER,
  takenFrom: source,
  points: simulated,
  way: 'share',
  brought: null,
  movedBy: { flows: ['water'], kpis: [kpiId('K4'), kpiId('K5'), kpiId('K6')] },
  figure: { isBenchmark: false },
};

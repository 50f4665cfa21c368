import { wasteUtilisation } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { raised } from './brought.ts';
import { ALL_SITES, type FactKpi, NEVER, simulated, UNMOVED } from './kpi.ts';

/** Utilisation of solid waste, %. */
export const gk8: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts }) => readOn(kpi, wasteUtilisation(facts.now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: simulated,
  way: 'linear',
  brought: (facts, value) => {
    const generated = facts['waste.generated'];
    if (generated === undefined) return facts;
    return raised(facts, 'waste.used', (value / 100) * (generated + (facts['waste.used-from-stock'] ?? 0)));
  },
  movedBy: UNMOVED,
  figure: { isBenchmark: false },
};

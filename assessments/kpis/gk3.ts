import { renewableShare } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { energyKgce, renewableKgce } from '../indicators/sums.ts';
import { added } from './brought.ts';
import { ALL_SITES, type FactKpi, NEVER, simulated } from './kpi.ts';

/** Share of renewable energy, %. */
export const gk3: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts, green }) => readOn(kpi, renewableShare(facts.now, green.energy)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: simulated,
  way: 'rate',
  brought: (facts, value, { energy }) => {
    const total = energyKgce(facts, energy);
    const has = renewableKgce(facts, energy);
    if (total === null || has === null) return facts;
    return added(facts, 'energy.renewable.pv', ((value / 100) * total - has) / energy.renewable.kgcePerUnit);
  },
  movedBy: { flows: ['electricity', 'heat'], kpis: [] },
  figure: { isBenchmark: true },
};

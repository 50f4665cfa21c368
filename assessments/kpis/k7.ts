import { leakage } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { raised } from './brought.ts';
import { ALL_SITES, type FactKpi, NEVER, onAnchors, UNMOVED } from './kpi.ts';

/** Leakage between the meters of level 1 and level 2, %. */
export const k7: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts }) => readOn(kpi, leakage(facts.now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'linear',
  brought: (facts, value) => {
    const total = facts['water.metered.level1'];
    if (total === undefined || leakage(facts) === null) return facts;
    return raised(facts, 'water.metered.level2-sum', (1 - value / 100) * total);
  },
  movedBy: UNMOVED,
  figure: { isBenchmark: true },
};

import { carbonPerOutputValue } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { decline } from '../indicators/sums.ts';
import { ALL_SITES, type FactKpi, NEVER, simulated } from './kpi.ts';

/** Decline of carbon dioxide per output value against the year before, %. */
export const gk2: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts, green: { energy } }) =>
    readOn(kpi, decline(carbonPerOutputValue(facts.prior, energy), carbonPerOutputValue(facts.now, energy)), 'decline'),
  isPerProduct: NEVER,
  takenFrom: null,
  points: simulated,
  way: 'total',
  brought: null,
  movedBy: { flows: ['electricity', 'heat'], kpis: [] },
  figure: { isBenchmark: true },
};

import { intakePerOutputValue } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { decline } from '../indicators/sums.ts';
import { type FactKpi, NEVER, onAnchors } from './kpi.ts';

/** Decline of water intake per output value against the year before, %: dry mills. */
export const k2d: FactKpi = {
  kind: 'facts',
  appliesTo: ({ wet }) => !wet,
  read: (kpi, { facts }) => readOn(kpi, decline(intakePerOutputValue(facts.prior), intakePerOutputValue(facts.now))),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'total',
  brought: null,
  movedBy: { flows: ['water'], kpis: [] },
  figure: { isBenchmark: true },
};

import { condensateRecovery, returnableCondensate } from '../indicators/rates.ts';
import { NOT_APPLICABLE, readOn } from '../indicators/readings.ts';
import { raised } from './brought.ts';
import { ALL_SITES, type FactKpi, NEVER, onAnchors, UNMOVED } from './kpi.ts';

/** Recovery of condensate, %; not applicable only where the mill has no steam. */
export const k6: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts: { now } }) =>
    now['water.has-steam'] === false ? NOT_APPLICABLE : readOn(kpi, condensateRecovery(now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'linear',
  brought: (facts, value) => {
    const returnable = returnableCondensate(facts);
    return raised(
      facts,
      'water.recycled.condensate',
      returnable === undefined ? undefined : (value / 100) * returnable,
    );
  },
  movedBy: UNMOVED,
  figure: { isBenchmark: true },
};

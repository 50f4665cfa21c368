import { nonConventionalShare } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { intake, nonConventional } from '../indicators/sums.ts';
import { added } from './brought.ts';
import { ALL_SITES, type FactKpi, NEVER, onAnchors } from './kpi.ts';

/** Share of reclaimed, rain and desalinated water, %: the bonus. */
export const k9: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts }) => readOn(kpi, nonConventionalShare(facts.now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'share',
  brought: (facts, value) => {
    const others = nonConventional(facts);
    const used = intake(facts);
    const share = value / 100;
    if (others === null || used === null || share >= 1) return facts;
    return added(facts, 'water.nonconventional.reclaimed', (share / (1 - share)) * used - others);
  },
  movedBy: { flows: ['water'], kpis: [] },
  figure: { isBenchmark: true },
};

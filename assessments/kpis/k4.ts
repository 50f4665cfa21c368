import { wastewaterReuse } from '../indicators/rates.ts';
import { readOn } from '../indicators/readings.ts';
import { shifted } from './brought.ts';
import { ALL_SITES, type FactKpi, NEVER, onAnchors } from './kpi.ts';

/** Wastewater reuse rate, %. */
export const k4: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { facts }) => readOn(kpi, wastewaterReuse(facts.now)),
  isPerProduct: NEVER,
  takenFrom: null,
  points: onAnchors,
  way: 'share',
  brought: (facts, value) => shifted(facts, 'water.recycled.treated', 'water.wastewater.discharged', value / 100),
  movedBy: { flows: ['water'], kpis: [] },
  figure: { isBenchmark: true },
};

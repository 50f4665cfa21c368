import { energyPerOutputValue, usesOutputValue } from '../indicators/rates.ts';
import { readOn, readTotal } from '../indicators/readings.ts';
import { decline, energyKgce } from '../indicators/sums.ts';
import { ALL_SITES, type FactKpi, simulated } from './kpi.ts';

/** Energy per product, as the mill's total against what its classes allow together; by output value year on year where the mill is dry or has only other products. */
export const gk1: FactKpi = {
  kind: 'facts',
  appliesTo: ALL_SITES,
  read: (kpi, { site, facts, output, green: { energy } }) =>
    usesOutputValue(site, output)
      ? readOn(
          kpi,
          decline(energyPerOutputValue(facts.prior, energy), energyPerOutputValue(facts.now, energy)),
          'decline',
        )
      : readTotal(kpi, energyKgce(facts.now, energy), output),
  isPerProduct: ({ site, output }) => !usesOutputValue(site, output),
  takenFrom: null,
  points: simulated,
  way: 'total',
  brought: null,
  movedBy: { flows: ['electricity', 'heat'], kpis: [] },
  figure: { perProduct: { indicator: 'energy.unit', totalUnit: 'kgce' }, isBenchmark: true },
};

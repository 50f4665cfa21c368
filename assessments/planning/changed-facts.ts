import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import { FLOWS, type Flow, type Measure, type Reach } from '../schema/measure.ts';
import type { EnergyFactors } from '../schema/pack.ts';
import { energyKgce, INTAKE, intake, nonConventional, sumOf } from '../indicators/sums.ts';

/** The share of each flow that is still needed, 0..1. */
export type Remainders = Readonly<Record<Flow, number>>;

/** Savings one after the other: what is left is the product of what each measure leaves, never a sum of savings. */
export function remaindersOf(measures: readonly Measure[]): Remainders {
  const left: Record<Flow, number> = { water: 1, electricity: 1, heat: 1 };
  for (const { saves } of measures) for (const { flow, share } of saves) left[flow] *= 1 - share.planned;
  return left;
}

const FALLS_WITH_WATER = [
  'water.wastewater.generated',
  'water.wastewater.discharged',
  'water.metered.level1',
  'water.metered.level2-sum',
] as const;
const HEAT = ['energy.steam', 'energy.gas', 'energy.coal'] as const;
const RENEWABLES = ['energy.renewable.pv', 'energy.renewable.green-power', 'energy.renewable.certificates'] as const;

/** The year's facts as they would be with the measures: flows scaled first, then the KPIs that reach a value. */
export function changedFacts(facts: YearFacts, measures: readonly Measure[], energy: EnergyFactors): YearFacts {
  const saved = savedFacts(facts, remaindersOf(measures), energy);
  return measures.flatMap(({ reaches }) => reaches).reduce((before, reach) => reached(before, reach, energy), saved);
}

function savedFacts(facts: YearFacts, left: Remainders, energy: EnergyFactors): YearFacts {
  if (FLOWS.every((flow) => left[flow] === 1)) return facts;
  const after: YearFacts = { ...facts };
  const taken = sumOf(facts, INTAKE);
  const used = intake(facts);
  const waterFactor = taken === null || used === null || taken === 0 ? 1 : 1 - ((1 - left.water) * used) / taken;
  scale(after, INTAKE, waterFactor);
  scale(after, FALLS_WITH_WATER, left.water);
  const own = ownUse(facts, energy);
  scale(after, ['energy.electricity'], 1 - (1 - left.electricity) * own.electricity);
  scale(after, HEAT, 1 - (1 - left.heat) * own.heat);
  return after;
}

/** The shares 0..1 of electricity and heat that the mill uses itself: heat sold comes out of its heat, and beyond that out of its electricity. */
function ownUse(facts: YearFacts, { carriers, sold }: EnergyFactors): { electricity: number; heat: number } {
  const kgce = (factors: EnergyFactors['carriers'], ids?: readonly NumericFactId[]) =>
    factors
      .filter(({ fact }) => ids === undefined || ids.includes(fact))
      .reduce((sum, { fact, kgcePerUnit }) => sum + (facts[fact] ?? 0) * kgcePerUnit, 0);
  const kept = (whole: number, gone: number) => (whole === 0 ? 1 : Math.max(0, whole - gone) / whole);
  const leaves = kgce(sold);
  const heat = kgce(carriers, HEAT);
  return {
    heat: kept(heat, leaves),
    electricity: kept(kgce(carriers, ['energy.electricity']), Math.max(0, leaves - heat)),
  };
}

function scale(facts: YearFacts, ids: readonly NumericFactId[], factor: number): void {
  for (const id of ids) {
    const value = facts[id];
    if (value !== undefined) facts[id] = value * factor;
  }
}

/** One KPI brought to a value by the fact that it turns on; nothing where it is better already or not known. */
function reached(facts: YearFacts, { kpi, to }: Reach, energy: EnergyFactors): YearFacts {
  const share = to / 100;
  switch (kpi as string) {
    case 'K4':
      return shifted(facts, 'water.recycled.treated', 'water.wastewater.discharged', share);
    case 'K5':
      return shifted(facts, 'water.recycled.cooling', 'water.cooling.makeup', share);
    case 'K6': {
      const returnable = facts['water.steam.condensate-returnable'] ?? facts['water.steam.used'];
      return raised(facts, 'water.recycled.condensate', returnable === undefined ? undefined : share * returnable);
    }
    case 'K7': {
      const total = facts['water.metered.level1'];
      const sum = facts['water.metered.level2-sum'];
      if (total === undefined || sum === undefined || sum > total) return facts;
      return raised(facts, 'water.metered.level2-sum', (1 - share) * total);
    }
    case 'K8':
      return withAllMeters(facts);
    case 'K9': {
      const others = nonConventional(facts);
      const used = intake(facts);
      if (others === null || used === null || share >= 1) return facts;
      return added(facts, 'water.nonconventional.reclaimed', (share / (1 - share)) * used - others);
    }
    case 'GK3': {
      const total = energyKgce(facts, energy);
      const known = sumOf(facts, RENEWABLES);
      if (total === null || known === null) return facts;
      return added(facts, 'energy.renewable.pv', (share * total) / energy.renewable.kgcePerUnit - known);
    }
    case 'GK8': {
      const generated = facts['waste.generated'];
      if (generated === undefined) return facts;
      return raised(facts, 'waste.used', share * (generated + (facts['waste.used-from-stock'] ?? 0)));
    }
    default:
      return facts;
  }
}

/** Moves from `rest` to `part` until part / (part + rest) is the share. */
function shifted(facts: YearFacts, part: NumericFactId, rest: NumericFactId, share: number): YearFacts {
  const has = facts[part];
  const other = facts[rest];
  if (has === undefined || other === undefined || has >= share * (has + other)) return facts;
  const total = has + other;
  return { ...facts, [part]: share * total, [rest]: (1 - share) * total };
}

function raised(facts: YearFacts, id: NumericFactId, to: number | undefined): YearFacts {
  const has = facts[id];
  return has === undefined || to === undefined || to <= has ? facts : { ...facts, [id]: to };
}

function added(facts: YearFacts, id: NumericFactId, more: number): YearFacts {
  return more <= 0 ? facts : { ...facts, [id]: (facts[id] ?? 0) + more };
}

function withAllMeters(facts: YearFacts): YearFacts {
  const after = { ...facts };
  for (const level of ['level1', 'level2', 'level3'] as const) {
    const required = facts[`water.meters.${level}.required`];
    const fitted = facts[`water.meters.${level}.fitted`];
    if (required !== undefined && fitted !== undefined && fitted < required)
      after[`water.meters.${level}.fitted`] = required;
  }
  return after;
}

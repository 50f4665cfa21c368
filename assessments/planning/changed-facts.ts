import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import { FLOWS, type Flow, type Measure, type Reach } from '../schema/measure.ts';
import type { EnergyFactors, GreenPack } from '../schema/pack.ts';
import { INTAKE, intake, sumOf } from '../indicators/sums.ts';
import { kpiObject } from '../kpis/kpis.ts';

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

/** The year's facts as they would be with the measures: flows scaled first, then the KPIs that reach a value. */
export function changedFacts(facts: YearFacts, measures: readonly Measure[], green: GreenPack): YearFacts {
  const saved = savedFacts(facts, remaindersOf(measures), green.energy);
  return measures.flatMap(({ reaches }) => reaches).reduce((before, reach) => reached(before, reach, green), saved);
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

/** One KPI brought to a value by the fact that it turns on; nothing where no measure can, or it is better already or not known. */
function reached(facts: YearFacts, { kpi, to }: Reach, green: GreenPack): YearFacts {
  const object = kpiObject(kpi);
  return object.kind === 'facts' && object.brought !== null ? object.brought(facts, to, green) : facts;
}

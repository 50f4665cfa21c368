import { INTAKE, intake, sumOf } from '../indicators/sums.ts';
import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import type { Flow } from '../schema/measure.ts';
import type { EnergyFactors } from '../schema/pack.ts';
import type { SubSector } from '../schema/vocabulary.ts';
import type { Catalogue, FigureOrigin } from './catalogue.ts';

/** What a saving falls on: heat by its fuels, since a measure may save one of them alone. */
export const STREAMS = ['water', 'electricity', 'steam', 'gas', 'coal'] as const;
export type Stream = (typeof STREAMS)[number];

/** The fact of a stream, in whose unit quantities stand; water is the sum of its sources, which no fact names. */
export const FACT_OF: Readonly<Record<Stream, NumericFactId | 'water.intake'>> = {
  water: 'water.intake',
  electricity: 'energy.electricity',
  steam: 'energy.steam',
  gas: 'energy.gas',
  coal: 'energy.coal',
};

/** The streams that heat comes in. */
export const HEAT_STREAMS = ['steam', 'gas', 'coal'] as const satisfies readonly Stream[];
export const streamsOf = (flow: Flow): readonly Stream[] => (flow === 'heat' ? HEAT_STREAMS : [flow]);
export const flowOf = (stream: Stream): Flow =>
  HEAT_STREAMS.some((one) => one === stream) ? 'heat' : (stream as Flow);

/** The flows of a mill in a year and what they go into. */
export interface MillFlows {
  /** What the mill itself uses a year, in the unit of the fact; null where it is unknown. */
  readonly use: Readonly<Record<Stream, number | null>>;
  /** Shares 0..1 of each flow by end use, the mean over the sub-sectors that have one; empty where none has. */
  readonly split: Readonly<Record<Flow, ReadonlyMap<string, number>>>;
  /** What the splits rest on. */
  readonly splitOrigins: Readonly<Record<Flow, readonly FigureOrigin[]>>;
  /** Discharged over taken in, at most 1; null where one is unknown. */
  readonly dischargedShare: number | null;
}

export function flowsOf(
  facts: YearFacts,
  subSectors: readonly SubSector[],
  energy: EnergyFactors,
  catalogue: Pick<Catalogue, 'splitOf'>,
): MillFlows {
  const own = ownUse(facts, energy);
  const of = (fact: NumericFactId, share: number) => {
    const amount = facts[fact];
    return amount === undefined ? null : amount * share;
  };
  const water = intake(facts);
  const discharged = facts['water.wastewater.discharged'];
  const splits = { water: mean('water'), electricity: mean('electricity'), heat: mean('heat') };
  return {
    use: {
      water,
      electricity: of('energy.electricity', own.electricity),
      steam: of('energy.steam', own.heat),
      gas: of('energy.gas', own.heat),
      coal: of('energy.coal', own.heat),
    },
    split: { water: splits.water.shares, electricity: splits.electricity.shares, heat: splits.heat.shares },
    splitOrigins: { water: splits.water.origins, electricity: splits.electricity.origins, heat: splits.heat.origins },
    dischargedShare: water === null || water === 0 || discharged === undefined ? null : Math.min(1, discharged / water),
  };

  function mean(flow: Flow): { shares: ReadonlyMap<string, number>; origins: readonly FigureOrigin[] } {
    const found = subSectors.flatMap((sector) => catalogue.splitOf(sector, flow) ?? []);
    const shares = new Map<string, number>();
    for (const { shares: part } of found)
      for (const [use, share] of Object.entries(part)) shares.set(use, (shares.get(use) ?? 0) + share / found.length);
    return { shares, origins: found };
  }
}

const HEAT_FACTS: readonly NumericFactId[] = ['energy.steam', 'energy.gas', 'energy.coal'];

/** The shares 0..1 of electricity and heat that the mill uses itself: heat sold comes out of its heat, and beyond that out of its electricity. */
function ownUse(facts: YearFacts, { carriers, sold }: EnergyFactors): { electricity: number; heat: number } {
  const kgce = (factors: EnergyFactors['carriers'], ids?: readonly NumericFactId[]) =>
    factors
      .filter(({ fact }) => ids === undefined || ids.includes(fact))
      .reduce((sum, { fact, kgcePerUnit }) => sum + (facts[fact] ?? 0) * kgcePerUnit, 0);
  const kept = (whole: number, gone: number) => (whole === 0 ? 1 : Math.max(0, whole - gone) / whole);
  const leaves = kgce(sold);
  const heat = kgce(carriers, HEAT_FACTS);
  return {
    heat: kept(heat, leaves),
    electricity: kept(kgce(carriers, ['energy.electricity']), Math.max(0, leaves - heat)),
  };
}

/** Facts that fall with the water that is taken in. */
const FALLS_WITH_WATER = [
  'water.wastewater.generated',
  'water.wastewater.discharged',
  'water.metered.level1',
  'water.metered.level2-sum',
] as const;

/** The year's facts with shares 0..1 of the mill's own use of each stream saved. */
export function lessSaved(
  facts: YearFacts,
  { use }: Pick<MillFlows, 'use'>,
  saved: Readonly<Record<Stream, number>>,
): YearFacts {
  const after: YearFacts = { ...facts };
  const taken = sumOf(facts, INTAKE);
  if (saved.water > 0 && use.water !== null && taken !== null && taken > 0) {
    scale(after, INTAKE, 1 - (saved.water * use.water) / taken);
    scale(after, FALLS_WITH_WATER, 1 - saved.water);
  }
  for (const stream of STREAMS) {
    const fact = FACT_OF[stream];
    const amount = fact === 'water.intake' ? undefined : facts[fact];
    if (fact === 'water.intake' || amount === undefined || saved[stream] === 0) continue;
    after[fact] = amount - saved[stream] * (use[stream] ?? 0);
  }
  return after;
}

function scale(facts: YearFacts, ids: readonly NumericFactId[], factor: number): void {
  for (const id of ids) {
    const value = facts[id];
    if (value !== undefined) facts[id] = value * factor;
  }
}

import { readGreenKpis } from '../indicators/green-kpis.ts';
import type { KnownReading, Reading } from '../indicators/readings.ts';
import { siteOf, type Site } from '../indicators/site.ts';
import { energyKgce } from '../indicators/sums.ts';
import { readWaterKpis } from '../indicators/water-kpis.ts';
import type { PackSet } from '../packs/registry.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { Measure } from '../schema/measure.ts';
import { simulatedPoints } from '../scoring/score-green-pack.ts';
import { changedFacts, remaindersOf } from './changed-facts.ts';
import type { MillState } from './mill-after.ts';
import type { CombinedGain } from './plan-problem.ts';

/** Weight of a KPI's line in the objective: topic weight times trace weight. */
export type KpiWeights = ReadonlyMap<string, number>;

const ANCHOR_POINTS = [100, 85, 70, 40, 0] as const;
/** A share part / (part + rest) moves by at most a quarter of the relative change of either. */
const STEEPEST_SHARE = 25;

/**
 * What the KPIs gain when facts are rescored for the combined saving. The bounds rest on three facts: savings multiply, a KPI
 * only gets better with each measure, and between two values its points grow no faster than the steepest stretch between anchors.
 */
export function combinedGain(
  mill: MillState,
  measures: readonly Measure[],
  weights: KpiWeights,
  packs: PackSet,
): CombinedGain {
  const items = measures.flatMap(({ saves, reaches }, i) => (saves.length + reaches.length > 0 ? [i] : []));
  const read = kpiReader(mill, packs);
  const known = new Map<string, ReadonlyMap<string, Scored>>();
  const scoredWith = (chosen: readonly number[]) => {
    const key = chosen.join();
    const found = known.get(key) ?? read(chosen.flatMap((i) => measures[i] ?? []));
    known.set(key, found);
    return found;
  };
  const start = scoredWith([]);
  const best = scoredWith(items);
  const ids = [...weights.keys()].filter((id) => (best.get(id)?.points ?? 0) - (start.get(id)?.points ?? 0) > 0);
  return {
    items,
    of: (chosen) => {
      const now = scoredWith(chosen);
      return ids.reduce((sum, id) => sum + (weights.get(id) ?? 0) * gainOf(start.get(id), now.get(id)), 0);
    },
    most: (chosen) => {
      const now = scoredWith(chosen);
      return items.map((i) => {
        const measure = measures[i];
        if (measure === undefined) return 0;
        return ids.reduce(
          (sum, id) => sum + (weights.get(id) ?? 0) * mostOf(id, measure, now.get(id), best.get(id)),
          0,
        );
      });
    },
  };
}

interface Scored {
  readonly reading: KnownReading;
  readonly points: number;
  /** Points per unit of value at the steepest, of all stretches between anchors, as this KPI's score counts them. */
  readonly simulated: boolean;
}

function gainOf(before: Scored | undefined, after: Scored | undefined): number {
  return before === undefined || after === undefined ? 0 : Math.max(0, after.points - before.points);
}

/** At least what a measure can add to a KPI that stands at `now` and never gets beyond `best`. */
function mostOf(id: string, { saves, reaches }: Measure, now: Scored | undefined, best: Scored | undefined): number {
  if (now === undefined || best === undefined) return 0;
  const room = best.points - now.points;
  if (room <= 0) return 0;
  const moved = reachedBy(id, reaches, now.reading.value) + savedBy(id, saves, now.reading.value, best.reading.value);
  return Math.min(room, moved === Infinity ? room : steepest(now, best) * moved);
}

const FLOWS_OF: Readonly<Record<string, readonly string[]>> = {
  K1: ['water'],
  K2d: ['water'],
  K3: ['water'],
  K3w: ['water'],
  K4: ['water'],
  K9: ['water'],
  GK1: ['electricity', 'heat'],
  GK2: ['electricity', 'heat'],
  GK3: ['electricity', 'heat'],
  GK6: ['water'],
  GK7: ['water'],
  GK9: ['water'],
};
/** KPIs whose value is a share of a flow in what is used of it or renewed. */
const SHARES = new Set(['K3', 'K3w', 'K4', 'K9', 'GK7', 'GK3']);
const REUSE = new Set(['K3', 'K3w', 'GK7', 'K9', 'GK3']);
const REACHES_REUSE = new Set(['K4', 'K5', 'K6']);
/** GK7 of a mill with cooling alone reads K5, and GK9 falls as wastewater is used again. */
const READ_FROM_OTHERS = new Set(['GK7', 'GK9']);

function reachedBy(id: string, reaches: Measure['reaches'], value: number): number {
  return reaches.reduce((sum, reach) => {
    if ((reach.kpi as string) === id) return sum + (id === 'K8' ? Infinity : Math.abs(reach.to - value));
    const isReused = REACHES_REUSE.has(reach.kpi) && (REUSE.has(id) || READ_FROM_OTHERS.has(id));
    return isReused ? Infinity : sum;
  }, 0);
}

function savedBy(id: string, saves: Measure['saves'], value: number, best: number): number {
  const flows = FLOWS_OF[id] ?? [];
  return saves
    .filter(({ flow }) => flows.includes(flow))
    .reduce((sum, { share: { planned } }) => {
      if (SHARES.has(id))
        return sum + (planned >= 1 ? Infinity : -Math.log(1 - planned) * Math.max(STEEPEST_SHARE, best));
      // A decline counts what is left of the year before; a total what is used now.
      return sum + planned * Math.max(Math.abs(value), Math.abs(100 - value));
    }, 0);
}

/** The steepest stretch, in points per unit, between two values of a KPI. */
function steepest({ reading: { anchors, value }, simulated }: Scored, best: Scored): number {
  const [from, to] = [Math.min(value, best.reading.value), Math.max(value, best.reading.value)];
  if (simulated) return 100 / Math.abs(anchors[1] - anchors[3]);
  let most = 0;
  for (let i = 1; i < anchors.length; i += 1) {
    const a = anchors[i - 1] ?? 0;
    const b = anchors[i] ?? 0;
    if (a === b || Math.max(a, b) < from || Math.min(a, b) > to) continue;
    most = Math.max(most, ((ANCHOR_POINTS[i - 1] ?? 0) - (ANCHOR_POINTS[i] ?? 0)) / Math.abs(a - b));
  }
  return most;
}

/** Reads every KPI of the mill with some measures done; KPIs that are unknown now are left out. */
function kpiReader({ dossier, diagnosis }: MillState, packs: PackSet) {
  const water = packs['water-efficiency'];
  const green = packs['green-factory'];
  const site: Site = siteOf(dossier.enterprise, water);
  const now = dossier.facts[String(diagnosis.year)] ?? {};
  const prior: YearFacts = dossier.facts[String(diagnosis.year - 1)] ?? {};
  return (measures: readonly Measure[]): ReadonlyMap<string, Scored> => {
    const facts = { now: changedFacts(now, measures, green.energy), prior };
    const waterReadings = readWaterKpis(water, facts);
    const greenReadings = readGreenKpis(green, water, waterReadings, site, facts);
    const scored = new Map<string, Scored>();
    const add = (id: string, reading: Reading, simulated: boolean) => {
      if (reading.state === 'known')
        scored.set(id, { reading, points: simulated ? simulatedPoints(reading) : reading.points, simulated });
    };
    for (const [id, reading] of waterReadings) add(id, reading, false);
    for (const [id, reading] of greenReadings) add(id, reading, true);
    return scored;
  };
}

/** Yearly savings of measures against today's facts, for money and for the sheet of benchmarks. */
export function savedFlows(facts: YearFacts, measures: readonly Measure[], packs: PackSet) {
  const left = remaindersOf(measures);
  const energy = packs['green-factory'].energy;
  const after = changedFacts(facts, measures, energy);
  return { left, energyKgce: { before: energyKgce(facts, energy), after: energyKgce(after, energy) } };
}

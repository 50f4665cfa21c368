import { readGreenKpis } from '../indicators/green-kpis.ts';
import type { KnownReading, Reading } from '../indicators/readings.ts';
import { siteOf, type Site } from '../indicators/site.ts';
import { readWaterKpis } from '../indicators/water-kpis.ts';
import type { PackSet } from '../packs/registry.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { Measure } from '../schema/measure.ts';
import { simulatedPoints } from '../scoring/score-green-pack.ts';
import { changedFacts } from './changed-facts.ts';
import type { MillState } from './mill-after.ts';
import type { CombinedGain } from './plan-problem.ts';

/** Weight of a KPI's line in the objective: topic weight times trace weight. */
export type KpiWeights = ReadonlyMap<string, number>;

const ANCHOR_POINTS = [100, 85, 70, 40, 0] as const;

/**
 * What the KPIs gain when facts are rescored for the combined saving. The bounds rest on three facts: savings multiply, so a
 * measure moves a total (or the log-odds of a share, or the logarithm of a rate) most when it comes alone; a KPI only gets
 * better with each measure; and its points grow no faster than the steepest stretch between anchors.
 */
export function combinedGain(
  mill: MillState,
  measures: readonly Measure[],
  weights: KpiWeights,
  packs: PackSet,
): CombinedGain {
  const items = measures.flatMap(({ saves, reaches }, i) => (saves.length + reaches.length > 0 ? [i] : []));
  const read = kpiReader(mill, packs);
  const scoredWith = (chosen: readonly number[]) => read(chosen.flatMap((i) => measures[i] ?? []));
  const start = scoredWith([]);
  const best = scoredWith(items);
  const ids = [...weights.keys()].filter((id) => gainOf(start.get(id), best.get(id)) > 0);
  const alone = items.map((i) => {
    const now = scoredWith([i]);
    return ids.map((id) => movement(id, start.get(id), now.get(id)));
  });
  return {
    items,
    parts: ids.length,
    of: (chosen) => {
      const now = scoredWith(chosen);
      return ids.reduce((sum, id) => sum + (weights.get(id) ?? 0) * gainOf(start.get(id), now.get(id)), 0);
    },
    most: (chosen) => {
      const now = scoredWith(chosen);
      const left = ids.map((id) => ({ weight: weights.get(id) ?? 0, ...roomOf(id, now.get(id), best.get(id)) }));
      return {
        rooms: left.map(({ weight, room }) => weight * room),
        by: alone.map((moved) =>
          left.map(({ weight, room, slope }, k) => {
            const distance = moved[k] ?? 0;
            if (distance === 0 || room === 0) return 0;
            return weight * (distance === Infinity ? room : Math.min(room, slope * distance));
          }),
        ),
      };
    },
  };
}

interface Scored {
  readonly reading: KnownReading;
  readonly points: number;
  /** Whether the points are those of the simulated green score. */
  readonly isSimulated: boolean;
}

function gainOf(before: Scored | undefined, after: Scored | undefined): number {
  return before === undefined || after === undefined ? 0 : Math.max(0, after.points - before.points);
}

/** KPIs whose value is part / (part + rest) in percent, and one that is a rate of two flows; all others are totals or linear in one. */
const SHARES = new Set(['K3', 'K3w', 'K4', 'K9', 'GK7']);
const RATES = new Set(['GK3']);
/** The points of K8 step up where the last meter is fitted, and whoever fits one fits all. */
const STEPS = new Set(['K8']);

/** How far a measure alone moves a KPI, on the scale on which it never moves further in company; 0 where it does not, Infinity where it takes all there is. */
function movement(id: string, start: Scored | undefined, alone: Scored | undefined): number {
  if (start === undefined || alone === undefined) return 0;
  if (STEPS.has(id)) return alone.points > start.points ? Infinity : 0;
  const from = start.reading.value;
  const to = alone.reading.value;
  if (from === to) return 0;
  if (SHARES.has(id)) return Math.abs(logOdds(to) - logOdds(from));
  if (RATES.has(id)) return Math.abs(Math.log(to) - Math.log(from));
  return Math.abs(to - from);
}

function logOdds(percent: number): number {
  return Math.log(percent) - Math.log(100 - percent);
}

const NO_ROOM = { room: 0, slope: 0 };

/** Points that a KPI can still gain, and the most points per unit of movement on the way. */
function roomOf(id: string, now: Scored | undefined, best: Scored | undefined): { room: number; slope: number } {
  if (now === undefined || best === undefined) return NO_ROOM;
  const room = best.points - now.points;
  if (room <= 0) return NO_ROOM;
  const [low, high] = [now.reading.value, best.reading.value].sort((a, b) => a - b) as [number, number];
  return { room, slope: steepest(now, low, high) * unitsPerMovement(id, low, high) };
}

function unitsPerMovement(id: string, low: number, high: number): number {
  const spread = (percent: number) => (percent * (100 - percent)) / 100;
  if (SHARES.has(id)) return low <= 50 && high >= 50 ? 25 : Math.max(spread(low), spread(high));
  return RATES.has(id) ? high : 1;
}

/** The steepest stretch, in points per unit, between two values of a KPI. */
function steepest({ reading: { anchors }, isSimulated }: Scored, low: number, high: number): number {
  if (isSimulated) return 100 / Math.abs(anchors[1] - anchors[3]);
  let most = 0;
  for (let i = 1; i < anchors.length; i += 1) {
    const a = anchors[i - 1] ?? 0;
    const b = anchors[i] ?? 0;
    if (a === b || Math.max(a, b) < low || Math.min(a, b) > high) continue;
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
    const add = (id: string, reading: Reading, isSimulated: boolean) => {
      if (reading.state === 'known')
        scored.set(id, { reading, points: isSimulated ? simulatedPoints(reading) : reading.points, isSimulated });
    };
    for (const [id, reading] of waterReadings) add(id, reading, false);
    for (const [id, reading] of greenReadings) add(id, reading, true);
    return scored;
  };
}

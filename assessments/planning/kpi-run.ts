import { energyKgce } from '../indicators/sums.ts';
import type { YearFacts } from '../schema/facts.ts';
import { lessSaved, STREAMS } from './flows.ts';
import { scaledBy, sumOfExpressions, times, type Expression } from './linear-model.ts';
import type { Variable } from './linear-program.ts';
import type { Offer } from './offer.ts';
import type { PlannedMill } from './planned-mill.ts';
import { MOST_OF_FLOW, savedOf } from './savings.ts';
import type { StreamParts } from './stream-parts.ts';

/** What runs are laid over. */
export interface RunGrounds {
  readonly planned: PlannedMill;
  readonly offers: readonly Offer[];
  readonly saved: StreamParts['saved'];
  readonly chosen: readonly Variable[];
}

const NONE = { water: 0, electricity: 0, steam: 0, gas: 0, coal: 0 } as const;

/** What a KPI runs along when nothing is brought to a value. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly along: Expression;
  readonly factsAt: (at: number) => YearFacts;
  /** Where a choice stands on it. */
  readonly placeOf: (isChosen: (item: number) => boolean) => number;
}

/** Along the share of water saved. */
export function waterRun({ planned: { mill, flows }, offers, saved }: RunGrounds): Run {
  const { now } = mill.facts;
  return {
    from: 0,
    to: MOST_OF_FLOW,
    along: saved.water,
    factsAt: (water) => lessSaved(now, flows, { ...NONE, water }),
    placeOf: (isChosen) =>
      savedOf(
        'water',
        offers.filter((_, item) => isChosen(item)),
        flows,
      ).whole,
  };
}

/** Along the energy saved, kgce, less what is added; each carrier in proportion, as the KPI knows the sum alone. */
export function energyRun({ planned: { mill, flows }, offers, saved, chosen }: RunGrounds): Run {
  const { now } = mill.facts;
  const streams = STREAMS.filter((stream) => stream !== 'water');
  const total = energyKgce(now, mill.green.energy) ?? 0;
  const worth = streams.map((stream) => {
    const left = energyKgce(lessSaved(now, flows, { ...NONE, [stream]: 1 }), mill.green.energy) ?? total;
    return [stream, total - left] as const;
  });
  const whole = worth.reduce((sum, [, kgce]) => sum + kgce, 0);
  const addedBy = offers.map(({ pull }) =>
    pull.adds.reduce((sum, { fact, amount }) => {
      const carrier = mill.green.energy.carriers.find((one) => one.fact === fact);
      return sum + (now[fact] === undefined ? 0 : (carrier?.kgcePerUnit ?? 0) * amount.planned);
    }, 0),
  );
  return {
    from: -addedBy.reduce((sum, kgce) => sum + kgce, 0),
    to: MOST_OF_FLOW * whole,
    along: sumOfExpressions([
      ...worth.map(([stream, kgce]) => scaledBy(kgce, saved[stream])),
      ...addedBy.map((kgce, item) => times(-kgce, chosen[item] ?? 0)),
    ]),
    factsAt: (kgce) => {
      const share = whole === 0 ? 0 : kgce / whole;
      return lessSaved(now, flows, { water: 0, electricity: share, steam: share, gas: share, coal: share });
    },
    placeOf: (isChosen) => {
      const members = offers.filter((_, item) => isChosen(item));
      const kept = worth.reduce((sum, [stream, kgce]) => sum + kgce * savedOf(stream, members, flows).whole, 0);
      return addedBy.reduce((rest, kgce, item) => rest - (isChosen(item) ? kgce : 0), kept);
    },
  };
}

/** The most points that a unit of the value is worth anywhere between two anchors. */
export function steepestOf(points: (value: number) => number, anchors: readonly number[]): number {
  return Math.max(
    ...anchors.slice(1).map((anchor, k) => {
      const before = anchors[k] ?? anchor;
      return anchor === before ? Infinity : Math.abs((points(anchor) - points(before)) / (anchor - before));
    }),
  );
}

const PIECES = 24;

/** Where a run may bend: evenly between its ends, and where its value passes an anchor. */
export function cornersOf(
  value: (at: number) => number,
  anchors: readonly number[],
  from: number,
  to: number,
): number[] {
  const even = Array.from({ length: PIECES + 1 }, (_, k) => from + ((to - from) * k) / PIECES);
  const passes = anchors.flatMap((anchor) => {
    let [low, high] = [from, to];
    if ((value(low) - anchor) * (value(high) - anchor) >= 0) return [];
    for (let step = 0; step < 50; step += 1) {
      const middle = (low + high) / 2;
      if ((value(low) - anchor) * (value(middle) - anchor) <= 0) high = middle;
      else low = middle;
    }
    return [high];
  });
  return [...even, ...passes].sort((a, b) => a - b);
}

/** The lowest line through or above `at` that lies above all corners: what bends up between two corners lies below their chord. */
export function lineAbove(
  points: (at: number) => number,
  corners: readonly number[],
  at: number,
): { readonly height: number; readonly slope: number } {
  const here = points(at);
  const seen = corners.map((corner) => ({ corner, height: points(corner) }));
  let [least, most] = [-Infinity, Infinity];
  for (const { corner, height } of seen) {
    const slope = (height - here) / (corner - at);
    if (corner > at + 1e-12) least = Math.max(least, slope);
    if (corner < at - 1e-12) most = Math.min(most, slope);
  }
  if (least <= most) return { height: here, slope: Math.min(Math.max(0, least), most) };
  const slope = least === -Infinity ? 0 : least;
  const height = Math.max(here, ...seen.map((one) => one.height - slope * (one.corner - at)));
  return { height, slope };
}

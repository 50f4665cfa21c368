import type { Range } from '../schema/measure.ts';
import type { Firmness, StoredPlan } from '../schema/plan.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { chooseNear, mostOf } from './choose.ts';
import { groundsOf } from './kept-view.ts';
import type { Offer } from './offer.ts';
import type { PlanContext } from './plan-of.ts';
import type { Pull } from './pull.ts';

/** How often costs and effects are drawn (planning.md 4, Firm or not). */
export const DRAWS = 100;

/**
 * How firm the choice of a kept plan is: each cost and each effect drawn on its own, triangular over low, planned and high,
 * and the aim searched again near its best; the share of draws in which each measure is chosen again, by id. Yields how
 * many are drawn. What points and money can be at most is that of the plan, not of each draw. Empty where too little is
 * known for a plan.
 */
export function* firmnessOf(
  mill: ScoredMill,
  { request, items }: Pick<StoredPlan, 'request' | 'items'>,
  { solve, ...context }: PlanContext,
  random: () => number,
  draws = DRAWS,
): Generator<number, Firmness> {
  const grounds = groundsOf(mill, request, items, context);
  if (grounds.kind !== 'grounds') return {};
  const { choosing } = grounds;
  const aim = request.aim ?? 'balanced';
  const ids = new Set(items.filter(({ state }) => state !== 'dropped').map(({ id }) => id));
  const chosen = choosing.offers.flatMap(({ measure }, item) => (ids.has(measure.id) ? [item] : []));
  const most = (aim === 'balanced' ? mostOf(choosing, solve) : null) ?? { points: 0, money: 0 };
  const times = new Map(chosen.map((item) => [item, 0]));
  for (let draw = 1; draw <= draws; draw += 1) {
    const drawn = { ...choosing, offers: choosing.offers.map((offer) => drawnOffer(offer, random)) };
    for (const item of chooseNear(drawn, aim, { from: chosen, most }, solve)) {
      const before = times.get(item);
      if (before !== undefined) times.set(item, before + 1);
    }
    yield draw;
  }
  return Object.fromEntries(
    choosing.offers.flatMap(({ measure }, item) => {
      const count = times.get(item);
      return count === undefined ? [] : [[measure.id, count / draws] as const];
    }),
  );
}

function drawnOffer(offer: Offer, random: () => number): Offer {
  const drawn = (range: Range): Range => ({ ...range, planned: triangular(range, random()) });
  const { shares, losses, adds, generates, persons, others, fee } = offer.pull;
  const pull: Pull = {
    ...offer.pull,
    shares: shares.map((part) => ({ ...part, share: drawn(part.share) })),
    losses: losses.map((part) => ({ ...part, share: drawn(part.share) })),
    adds: adds.map((part) => ({ ...part, amount: drawn(part.amount) })),
    generates: generates.map((part) => ({ ...part, kWh: drawn(part.kWh) })),
    persons: persons.map((part) => ({ ...part, persons: drawn(part.persons) })),
    others: others.map((part) => ({ ...part, yuan: drawn(part.yuan) })),
    fee: fee === null ? null : drawn(fee),
  };
  return { ...offer, pull, cost: { ...offer.cost, planned: triangular(offer.cost, random()) } };
}

/** The value below which a triangular distribution over a range has the share `at` of its draws. */
export function triangular({ low, planned, high }: Range, at: number): number {
  if (high <= low) return planned;
  const peak = (planned - low) / (high - low);
  return at < peak
    ? low + Math.sqrt(at * (high - low) * (planned - low))
    : high - Math.sqrt((1 - at) * (high - low) * (high - planned));
}

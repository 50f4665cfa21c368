import { exceeds, reaches } from '../indicators/comparison.ts';
import { boundOf, type Bound, type Prices } from './bound.ts';
import type { SearchState } from './search-state.ts';

const FIRST_STEPS = 800;
const PATIENCE = 20;
const FIRST_LENGTH = 1.6;
/** The part of a limit by which a relaxed choice usually misses it. */
const TYPICAL_SLACK = 0.2;
/** The part of a part's gain by which its price usually moves. */
const WAY_SCALE = 0.5;

/** Prices from which the search starts: many subgradient steps from the second-best gain of each list. */
export function firstPrices(state: SearchState, incumbent: number): Judged {
  return improved(
    state,
    {
      money: 0,
      months: 0,
      granted: secondBest(state),
      way: Float64Array.from(state.linesAhead(), (line) => line.at(-1)?.gain ?? 0),
    },
    incumbent,
    FIRST_STEPS,
  );
}

/** Prices with the bound at them. */
export interface Judged {
  readonly prices: Prices;
  readonly bound: Bound;
}

/**
 * Better prices near given ones, by subgradient steps (Polyak's rule). Any prices give a valid bound; better ones a
 * smaller tree. It stops where the bound shows that nothing beats the incumbent. Prices of what is not bound are 0.
 */
export function improved(state: SearchState, start: Prices, incumbent: number, steps: number): Judged {
  const scale = scalesOf(state);
  let best: Judged = { prices: start, bound: boundOf(state, start) };
  let now = best;
  let reach = FIRST_LENGTH;
  let waited = 0;
  for (let round = 0; round < steps; round += 1) {
    const gap = now.bound.value - incumbent;
    const slope = slopeAt(state, now.prices, now.bound);
    const norm =
      (scale.money * slope.money) ** 2 +
      (scale.months * slope.months) ** 2 +
      squares(slope.way.map((part, i) => part * (scale.way[i] ?? 0))) +
      scale.granted ** 2 * squares(slope.granted);
    if (reaches(0, gap) || norm < 1e-12) break;
    const length = (reach * gap) / norm;
    const prices: Prices = {
      money: Math.max(0, now.prices.money - length * scale.money ** 2 * slope.money),
      months: Math.max(0, now.prices.months - length * scale.months ** 2 * slope.months),
      granted: now.prices.granted.map((level, list) =>
        Math.max(0, level - length * scale.granted ** 2 * (slope.granted[list] ?? 0)),
      ),
      way: now.prices.way.map((price, part) =>
        Math.max(0, price - length * (scale.way[part] ?? 0) ** 2 * (slope.way[part] ?? 0)),
      ),
    };
    now = { prices, bound: boundOf(state, prices) };
    waited += 1;
    if (exceeds(best.bound.value, now.bound.value)) {
      best = now;
      waited = 0;
    } else if (waited === PATIENCE) {
      reach /= 2;
      waited = 0;
      now = best;
    }
  }
  return best;
}

/** Prices have units of their own; scaled, a typical slope of each is about one gain. 0 where nothing is bound. */
function scalesOf(state: SearchState) {
  const { problem } = state;
  const gains = problem.best.flatMap((list) => Math.max(...list.gains.map((entry) => entry.gain)));
  const gain = gains.reduce((sum, one) => sum + one, 0) / Math.max(1, gains.length);
  const of = (limit: number) => (Number.isFinite(limit) ? gain / (TYPICAL_SLACK * Math.max(limit, 1)) : 0);
  const way = Float64Array.from(state.linesAhead(), (line) => WAY_SCALE * (line.at(-1)?.gain ?? 0));
  return { money: of(problem.budget), months: of(problem.capacity), granted: gain, way };
}

const squares = (slope: Float64Array) => slope.reduce((sum, part) => sum + part * part, 0);

/** What is not bound has no slope. */
const finite = (rest: number) => (Number.isFinite(rest) ? rest : 0);

/** How the bound changes with each price. */
function slopeAt(state: SearchState, { granted }: Prices, { profits, ways }: Bound): Prices {
  const { index } = state;
  let money = finite(state.restMoney());
  let months = finite(state.restMonths());
  const way = ways.map((corner) => -corner);
  const slope = new Float64Array(index.lists);
  for (let list = 0; list < index.lists; list += 1) slope[list] = (granted[list] ?? 0) > state.bestIn(list) ? 1 : 0;
  for (let i = 0; i < index.count; i += 1) {
    if ((profits[i] ?? 0) <= 0) continue;
    for (const member of [i, ...(index.ancestors[i] ?? [])]) {
      if (member !== i && (profits[member] ?? 0) !== 0) continue;
      money -= index.cost[member] ?? 0;
      months -= index.effort[member] ?? 0;
      if (index.isCombined[member] !== true) continue;
      for (let part = 0; part < way.length; part += 1) way[part] = (way[part] ?? 0) + state.stillMoves(member, part);
    }
    (index.inLists[i] ?? []).forEach((list, k) => {
      const level = granted[list] ?? 0;
      if ((index.gains[i]?.[k] ?? 0) > level && level >= (index.floors[i]?.[k] ?? 0))
        slope[list] = (slope[list] ?? 0) - 1;
    });
  }
  return { money, months, granted: slope, way };
}

/** With the second-best gain granted, only the best of a list is credited to its item. */
function secondBest({ index }: SearchState): Float64Array {
  const first = new Float64Array(index.lists);
  const second = new Float64Array(index.lists);
  for (let i = 0; i < index.count; i += 1) {
    (index.inLists[i] ?? []).forEach((list, k) => {
      const gain = index.gains[i]?.[k] ?? 0;
      if (gain > (first[list] ?? 0)) {
        second[list] = first[list] ?? 0;
        first[list] = gain;
      } else if (gain > (second[list] ?? 0)) second[list] = gain;
    });
  }
  return second;
}

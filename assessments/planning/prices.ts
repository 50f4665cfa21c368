import { boundOf, type Prices } from './bound.ts';
import type { SearchState } from './search-state.ts';

const STEPS = 160;
const PATIENCE = 12;

/**
 * Prices at which the bound is small, found by subgradient steps from the second-best gain of each list. Any prices give a
 * valid bound; better ones a smaller tree. Prices of what is not bound are 0.
 */
export function pricesOf(state: SearchState, incumbent: number): Prices {
  const { problem } = state;
  const isBound = { money: Number.isFinite(problem.budget), months: Number.isFinite(problem.capacity) };
  let prices: Prices = { money: 0, months: 0, granted: secondBest(state) };
  let best = { value: Infinity, prices };
  let step = 1.6;
  let waited = 0;
  for (let round = 0; round < STEPS; round += 1) {
    const { value, profits } = boundOf(state, prices);
    if (value < best.value - 1e-9) {
      best = { value, prices };
      waited = 0;
    } else {
      waited += 1;
      if (waited === PATIENCE) {
        step /= 2;
        waited = 0;
        prices = best.prices;
        continue;
      }
    }
    const slope = slopeAt(state, prices, profits);
    const norm =
      (isBound.money ? slope.money ** 2 : 0) +
      (isBound.months ? slope.months ** 2 : 0) +
      slope.granted.reduce((sum, part) => sum + part * part, 0);
    const gap = value - incumbent;
    if (norm < 1e-12 || gap <= 1e-9) break;
    // Money, months and gains have scales of their own; each moves against its own slope.
    const length = (step * gap) / norm;
    prices = {
      money: isBound.money ? Math.max(0, prices.money - length * slope.money) : 0,
      months: isBound.months ? Math.max(0, prices.months - length * slope.months) : 0,
      granted: prices.granted.map((level, list) => Math.max(0, level - length * (slope.granted[list] ?? 0))),
    };
  }
  return best.prices;
}

/** How the bound changes with each price. */
function slopeAt(state: SearchState, { granted }: Prices, profits: Float64Array): Prices {
  const { index } = state;
  let money = state.restMoney();
  let months = state.restMonths();
  const slope = new Float64Array(index.lists);
  for (let list = 0; list < index.lists; list += 1) slope[list] = (granted[list] ?? 0) > state.bestIn(list) ? 1 : 0;
  for (let i = 0; i < index.count; i += 1) {
    if ((profits[i] ?? 0) <= 0) continue;
    for (const member of [i, ...(index.ancestors[i] ?? [])]) {
      if (member !== i && (profits[member] ?? 0) !== 0) continue;
      money -= index.cost[member] ?? 0;
      months -= index.effort[member] ?? 0;
    }
    (index.inLists[i] ?? []).forEach((list, k) => {
      const level = granted[list] ?? 0;
      if ((index.gains[i]?.[k] ?? 0) > level && level >= (index.floors[i]?.[k] ?? 0))
        slope[list] = (slope[list] ?? 0) - 1;
    });
  }
  return { money, months, granted: slope };
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

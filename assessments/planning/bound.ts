import { reaches } from '../indicators/comparison.ts';
import type { Corner } from './plan-problem.ts';
import type { SearchState } from './search-state.ts';

/**
 * Prices at which the open items are judged: of money, of person-months, and per list the gain that is granted once and
 * for all, so that only what goes beyond it is credited to items (a multiplier of "one gain a list counts").
 */
export interface Prices {
  readonly money: number;
  readonly months: number;
  readonly granted: Float64Array;
  /** Per part of the combined gain, points for its whole way; items are credited by how far they move it. */
  readonly way: Float64Array;
}

/** A bound with what the relaxed problem behind it chose. */
export interface Bound {
  readonly value: number;
  /** Profit of each open item at the prices, losses charged to what needs it; the relaxed choice takes what is above 0. */
  readonly profits: Float64Array;
  /** How far each part of the combined gain goes beyond what its price pays for. */
  readonly ways: Float64Array;
}

/**
 * At least the worth of any choice that keeps what is taken and left. Lagrangian: money, months and the double counting
 * of a list are priced; on a list an item has only what it adds to the items that it requires, since it never comes
 * without them; losses of required items are charged to those that require them.
 */
export function boundOf(state: SearchState, { money, months, granted, way }: Prices): Bound {
  const { index } = state;
  const restMoney = state.restMoney();
  const restMonths = state.restMonths();
  const levels = levelsOf(state, granted);
  let value = state.value();
  if (money > 0) value += money * restMoney;
  if (months > 0) value += months * restMonths;
  for (let list = 0; list < index.lists; list += 1) value += (levels[list] ?? 0) - state.bestIn(list);
  const lines = state.linesAhead();
  const ways = new Float64Array(way.length);
  for (let part = 0; part < way.length; part += 1) {
    const { corner, beyond } = furthest(lines[part] ?? [], way[part] ?? 0);
    value += beyond;
    ways[part] = corner;
  }
  const profits = new Float64Array(index.count);
  for (let i = 0; i < index.count; i += 1) {
    if (!canCome(state, i, restMoney, restMonths)) continue;
    profits[i] =
      movedBy(state, i, way) +
      creditOf(state, i, levels) -
      money * (index.cost[i] ?? 0) -
      months * (index.effort[i] ?? 0);
  }
  charge(state, profits);
  for (const profit of profits) if (profit > 0) value += profit;
  return { value, profits, ways };
}

/** The corner of a line that lies highest above a price per way, and how high. */
function furthest(line: readonly Corner[], price: number): { corner: number; beyond: number } {
  let corner = 0;
  let beyond = 0;
  for (const { way, gain } of line) {
    if (gain - price * way <= beyond) continue;
    corner = way;
    beyond = gain - price * way;
  }
  return { corner, beyond };
}

/** What an item is credited for moving the parts of the combined gain. */
function movedBy(state: SearchState, item: number, prices: Float64Array): number {
  if (state.index.isCombined[item] !== true) return 0;
  let credit = 0;
  for (let part = 0; part < prices.length; part += 1) credit += (prices[part] ?? 0) * state.stillMoves(item, part);
  return credit;
}

/** Whether an open item fits with all that it requires and that is not taken yet. */
export function canCome(state: SearchState, item: number, restMoney: number, restMonths: number): boolean {
  const { index } = state;
  if (!state.isOpen(item)) return false;
  let cost = index.cost[item] ?? 0;
  let effort = index.effort[item] ?? 0;
  for (const needed of index.ancestors[item] ?? []) {
    if (!state.isOpen(needed)) continue;
    cost += index.cost[needed] ?? 0;
    effort += index.effort[needed] ?? 0;
  }
  return reaches(restMoney, cost) && reaches(restMonths, effort);
}

/** Per list the gain that is granted: no more than an open item could bring, no less than what counts already. */
function levelsOf(state: SearchState, granted: Float64Array): Float64Array {
  const { index } = state;
  const within = new Float64Array(index.lists);
  for (let i = 0; i < index.count; i += 1) {
    if (!state.isOpen(i)) continue;
    const lists = index.inLists[i] ?? [];
    const gains = index.gains[i] ?? [];
    for (let k = 0; k < lists.length; k += 1) {
      const list = lists[k] ?? 0;
      if ((gains[k] ?? 0) > (within[list] ?? 0)) within[list] = gains[k] ?? 0;
    }
  }
  for (let list = 0; list < index.lists; list += 1)
    within[list] = Math.max(state.bestIn(list), Math.min(granted[list] ?? 0, within[list] ?? 0));
  return within;
}

function creditOf({ index }: SearchState, item: number, levels: Float64Array): number {
  const lists = index.inLists[item] ?? [];
  const gains = index.gains[item] ?? [];
  const floors = index.floors[item] ?? [];
  let credit = 0;
  for (let k = 0; k < lists.length; k += 1) {
    const more = (gains[k] ?? 0) - Math.max(floors[k] ?? 0, levels[lists[k] ?? 0] ?? 0);
    if (more > 0) credit += more;
  }
  return credit;
}

/** Losses of required items are charged to what requires them, as far as that has a profit; what is left bounds every choice. */
function charge({ index }: SearchState, profits: Float64Array): void {
  for (const item of index.dependentsFirst) {
    let left = profits[item] ?? 0;
    if (left <= 0) continue;
    for (const needed of index.ancestors[item] ?? []) {
      const loss = profits[needed] ?? 0;
      if (loss >= 0) continue;
      const share = Math.min(left, -loss);
      left -= share;
      profits[needed] = loss + share;
      if (left <= 0) break;
    }
    profits[item] = left;
  }
}

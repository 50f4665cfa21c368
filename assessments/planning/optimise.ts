import { exceeds, reaches } from '../indicators/comparison.ts';
import { boundOf, canCome, type Bound, type Prices } from './bound.ts';
import { ROUNDING, type PlanChoice, type PlanProblem } from './plan-problem.ts';
import { firstPrices, improved } from './prices.ts';
import { indexOf } from './problem-index.ts';
import { takeRanked } from './rank.ts';
import { SearchState } from './search-state.ts';

const MOST_NODES = 15_000;
/** Steps towards better prices at each node. */
const STEPS = 8;

/**
 * The best choice under budget, capacity, prerequisites and exclusions, gates first, then wishes: depth-first branch and bound with a
 * Lagrangian bound, proved when the search ends. After `mostNodes` steps the best so far is given with what it may lack.
 * Null where the forced items do not fit. The same problem gives the same choice.
 */
export function optimise(problem: PlanProblem, mostNodes = MOST_NODES): PlanChoice | null {
  const state = new SearchState(problem, indexOf(problem));
  if (!state.takeForced()) return null;
  const start = state.mark();
  takeRanked(state);
  let best = { chosen: state.chosen(), value: state.value() };
  state.backTo(start);
  let open = -Infinity;
  let nodes = 0;

  const search = (inherited: Prices): void => {
    nodes += 1;
    const value = state.value();
    if (exceeds(value, best.value)) best = { chosen: state.chosen(), value };
    if (reaches(best.value, boundOf(state, inherited).value)) return;
    const { prices, bound } = improved(state, inherited, best.value, STEPS);
    if (reaches(best.value, bound.value)) return;
    if (nodes >= mostNodes) {
      open = Math.max(open, bound.value);
      return;
    }
    const settled = settle(state, bound, best.value);
    if (settled === 'dead') return;
    if (settled === 'some') {
      search(prices);
      return;
    }
    const item = mostUncertain(state, bound.profits);
    if (item === null) return;
    const mark = state.mark();
    for (const isTaken of (bound.profits[item] ?? 0) > 0 ? [true, false] : [false, true]) {
      if (isTaken ? state.take(item) : state.leave(item)) search(prices);
      state.backTo(mark);
    }
  };
  search(firstPrices(state, best.value).prices);
  return asChoice(state, best.chosen, open, nodes);
}

/** Worth of a choice made by people, whether or not it keeps the rules. */
export function objectiveOf(problem: PlanProblem, chosen: readonly number[]): number {
  const state = new SearchState(problem, indexOf(problem));
  for (const item of chosen) state.take(item);
  return state.worth().objective;
}

/**
 * Takes and leaves at once all that a better choice must take and leave, because the bound against it is no better than
 * the incumbent, or because it does not fit any more. Dead where that cannot be.
 */
function settle(state: SearchState, { value, profits }: Bound, incumbent: number): 'none' | 'some' | 'dead' {
  const before = state.mark();
  for (let i = 0; i < state.index.count; i += 1) {
    if (!state.isOpen(i)) continue;
    const profit = profits[i] ?? 0;
    const isClear = reaches(incumbent, value - Math.abs(profit));
    if (!canCome(state, i, state.restMoney(), state.restMonths()) || (isClear && profit <= 0)) {
      if (!state.leave(i)) return 'dead';
    } else if (isClear && !state.take(i)) return 'dead';
  }
  return state.mark() > before ? 'some' : 'none';
}

/** The open item that costs most to decide against its profit; it makes the smaller of the two branches die soonest. */
function mostUncertain(state: SearchState, profits: Float64Array): number | null {
  let found: number | null = null;
  let size = -1;
  for (let i = 0; i < state.index.count; i += 1) {
    const clear = Math.abs(profits[i] ?? 0);
    if (!state.isOpen(i) || clear <= size) continue;
    found = i;
    size = clear;
  }
  return found;
}

/** The choice without items that add nothing; what is open bounds how far the optimum can be. */
function asChoice(state: SearchState, best: readonly number[], open: number, nodes: number): PlanChoice {
  const chosen = withoutIdle(state, best);
  takeExactly(state, chosen);
  const { gates, objective, before } = state.worth();
  const bound = Math.max(objective, open - before);
  return { chosen, gates, objective, bound, proven: bound <= objective + ROUNDING, nodes };
}

function takeExactly(state: SearchState, chosen: readonly number[]): void {
  state.backTo(0);
  for (const item of chosen) state.take(item);
}

function withoutIdle(state: SearchState, best: readonly number[]): number[] {
  let kept = [...best];
  takeExactly(state, kept);
  const value = state.value();
  for (const item of state.index.dependentsFirst) {
    const isNeeded = state.index.descendants[item]?.some((other) => kept.includes(other)) === true;
    if (!kept.includes(item) || isNeeded || state.problem.items[item]?.forced === true) continue;
    const without = kept.filter((other) => other !== item);
    takeExactly(state, without);
    if (reaches(state.value(), value)) kept = without;
  }
  return kept;
}

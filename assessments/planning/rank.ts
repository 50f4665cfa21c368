import { reaches, TOLERANCE } from '../indicators/comparison.ts';
import type { PlanProblem } from './plan-problem.ts';
import { indexOf } from './problem-index.ts';
import { SearchState } from './search-state.ts';

/** One step of the plain ranking: an item with what it requires, what they add together and cost. */
export interface RankedStep {
  readonly item: number;
  /** The item and what had to come with it. */
  readonly added: readonly number[];
  readonly gates: number;
  readonly gain: number;
  readonly cost: number;
}

/**
 * The plain ranking: gates first, then again and again what adds most per money and still fits. It explains why one
 * measure comes before another; the optimum may be better.
 */
export function rank(problem: PlanProblem): RankedStep[] {
  const state = new SearchState(problem, indexOf(problem));
  return state.takeForced() ? takeRanked(state) : [];
}

/** Takes what the plain ranking takes, one step after the other. */
export function takeRanked(state: SearchState): RankedStep[] {
  const steps: RankedStep[] = [];
  for (;;) {
    const step = bestStep(state);
    if (step === null) return steps;
    state.take(step.item);
    steps.push(step);
  }
}

function bestStep(state: SearchState): RankedStep | null {
  const before = { ...state.worth(), value: state.value(), money: state.restMoney() };
  let best: { item: number; isGate: boolean; worth: number } | null = null;
  for (let item = 0; item < state.index.count; item += 1) {
    if (!state.isOpen(item)) continue;
    const mark = state.mark();
    const fits = state.take(item);
    const gain = state.value() - before.value;
    const isGate = fits && state.worth().gates > before.gates;
    const worth = gain / Math.max(before.money - state.restMoney(), 0.01);
    state.backTo(mark);
    if (!fits || reaches(0, gain)) continue;
    if (best === null || (isGate && !best.isGate) || (isGate === best.isGate && worth > best.worth * (1 + TOLERANCE)))
      best = { item, isGate, worth };
  }
  return best === null ? null : stepOf(state, best.item);
}

function stepOf(state: SearchState, item: number): RankedStep {
  const chosen = state.chosen();
  const before = state.worth();
  const mark = state.mark();
  state.take(item);
  const after = state.worth();
  const added = state.chosen().filter((other) => !chosen.includes(other));
  state.backTo(mark);
  return {
    item,
    added,
    gates: after.gates - before.gates,
    gain: after.objective - before.objective,
    cost: added.reduce((sum, other) => sum + (state.index.cost[other] ?? 0), 0),
  };
}

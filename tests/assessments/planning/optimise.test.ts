import { describe, expect, it } from 'vitest';
import { optimise } from '#assessments/planning/optimise.ts';
import type { PlanProblem } from '#assessments/planning/plan-problem.ts';
import { indexOf } from '#assessments/planning/problem-index.ts';
import { rank, takeRanked } from '#assessments/planning/rank.ts';
import { SearchState } from '#assessments/planning/search-state.ts';
import { arbitraryProblem } from '#tests/support/arbitrary-problems.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { allowed, worth, worthOf } from '#tests/support/problem-rules.ts';

const SMALL = 12;
const SMALL_CASES = longOrShort(150, 40);
/** Steps enough to prove every one of these. */
const PATIENT = 200_000;

/** The best of all choices, one after the other. */
function bruteForce(problem: PlanProblem): number {
  let best = 0;
  for (let mask = 0; mask < 1 << problem.items.length; mask += 1) {
    const chosen = problem.items.flatMap((_, i) => (mask & (1 << i) ? [i] : []));
    if (allowed(problem, chosen)) best = Math.max(best, worthOf(problem, chosen));
  }
  return best;
}

describe('the optimiser', () => {
  it('finds what trying every choice finds, on small problems', () => {
    for (let seed = 1; seed <= SMALL_CASES; seed += 1) {
      const { problem } = arbitraryProblem(seed, SMALL);
      const choice = optimise(problem);
      expect(choice?.proven, `seed ${seed}`).toBe(true);
      expect(allowed(problem, choice?.chosen ?? []), `seed ${seed}`).toBe(true);
      expect(worth(choice?.gates ?? 0, choice?.objective ?? 0), `seed ${seed}`).toBeCloseTo(bruteForce(problem), 6);
      expect(worthOf(problem, choice?.chosen ?? []), `seed ${seed}`).toBeCloseTo(
        worth(choice?.gates ?? 0, choice?.objective ?? 0),
        6,
      );
    }
  });

  it('is not misled by measures whose prerequisites no money pays for', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const { problem } = arbitraryProblem(seed, 100);
      const priced = problem.items.map((item, i) => ({ ...item, cost: i % 5 === 0 ? 1e6 : item.cost }));
      const choice = optimise({ ...problem, items: priced }, 500);
      const gap = 1 - (choice?.objective ?? 0) / (choice?.bound ?? 0);
      expect(gap, `seed ${seed}`).toBeLessThan(0.1);
    }
  });

  it('gives the same choice for the same problem', () => {
    const { problem } = arbitraryProblem(7, 60);
    expect(optimise(problem)).toEqual(optimise(problem));
  });

  it('never gives less for more money', () => {
    for (let seed = 200; seed < 200 + longOrShort(15, 4); seed += 1) {
      const { problem } = arbitraryProblem(seed, 40);
      let before = -Infinity;
      for (const factor of [0.2, 0.5, 0.8, 1, 1.3, 2]) {
        const choice = optimise({ ...problem, budget: problem.budget * factor }, PATIENT);
        const now = worth(choice?.gates ?? 0, choice?.objective ?? 0);
        expect(choice?.proven).toBe(true);
        expect(now, `seed ${seed} times ${factor}`).toBeGreaterThanOrEqual(before - 1e-6);
        before = now;
      }
    }
  });

  it('keeps forced items with what they require, and says where they do not fit', () => {
    const { problem } = arbitraryProblem(31, 30);
    const dear = problem.items.findIndex((item) => item.requires.length > 0 && item.excludes.length === 0);
    const forced = { ...problem, items: problem.items.map((item, i) => ({ ...item, forced: i === dear })) };
    const choice = optimise(forced);
    expect(choice?.chosen).toContain(dear);
    expect(choice?.chosen).toEqual(expect.arrayContaining([...(problem.items[dear]?.requires ?? [])]));
    expect(optimise({ ...forced, budget: 0.01 })).toBeNull();
  });

  it('is never below the plain ranking, which never breaks a rule', () => {
    for (let seed = 300; seed < 300 + longOrShort(30, 10); seed += 1) {
      const { problem } = arbitraryProblem(seed, 60);
      const greedy = new SearchState(problem, indexOf(problem));
      takeRanked(greedy);
      expect(allowed(problem, greedy.chosen())).toBe(true);
      expect(rank(problem).every((step) => step.gates + step.gain > 0)).toBe(true);
      const choice = optimise(problem);
      expect(worth(choice?.gates ?? 0, choice?.objective ?? 0)).toBeGreaterThanOrEqual(greedy.value() - 1e-9);
    }
  });
});

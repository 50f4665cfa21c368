import { describe, expect, it } from 'vitest';
import { remaindersOf } from '#assessments/planning/changed-facts.ts';
import { optimise } from '#assessments/planning/optimise.ts';
import type { PlanProblem } from '#assessments/planning/plan-problem.ts';
import { readCatalogue } from '#assessments/planning/catalogue.ts';
import { measureFiles } from '#seeds/measures/index.ts';

/** The case of docs/method.md, Planning: rung 1 to 3 for 10, rung 3 to 5 for 30 after it, weight 0.02. */
function ladder(budget: number): PlanProblem {
  const item = { effort: 1, excludes: [], gates: [], forced: false };
  return {
    items: [
      { ...item, cost: 10, requires: [] },
      { ...item, cost: 30, requires: [0] },
    ],
    budget,
    capacity: Infinity,
    best: [
      {
        gains: [
          { item: 0, gain: 0.02 * (60 - 20) },
          { item: 1, gain: 0.02 * (100 - 20) },
        ],
      },
    ],
    combined: { items: [], parts: 0, of: () => 0, most: () => ({ rooms: [], by: [] }) },
  };
}

describe('the case worked by hand', () => {
  it('counts the best lift of a question once', () => {
    const [small, large] = [optimise(ladder(20)), optimise(ladder(40))];
    expect(small?.chosen).toEqual([0]);
    expect(small?.objective).toBeCloseTo(0.8, 9);
    expect(large?.chosen).toEqual([0, 1]);
    expect(large?.objective).toBeCloseTo(1.6, 9);
  });

  it('multiplies what savings leave', () => {
    const [first] = readCatalogue(measureFiles).measures;
    if (first === undefined) throw new Error('the catalogue is empty');
    const saving = (planned: number) => ({
      ...first,
      saves: [
        {
          flow: 'water' as const,
          share: { low: planned, planned, high: planned },
          basis: first.name,
          source: null,
          mark: 'derived' as const,
        },
      ],
    });
    expect(remaindersOf([saving(0.2), saving(0.1)]).water).toBeCloseTo(0.72, 12);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { remaindersOf } from '#assessments/planning/changed-facts.ts';
import { optimise } from '#assessments/planning/optimise.ts';
import type { PlanProblem } from '#assessments/planning/plan-problem.ts';
import { readCatalogue, type Catalogue } from '#assessments/planning/catalogue.ts';
import { planOf } from '#assessments/planning/plan-of.ts';
import { Measure } from '#assessments/schema/measure.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import { workedCases } from '#tests/golden/worked-cases.ts';
import { PROJECT } from '#tests/support/cli.ts';
import { sketchedMill } from '#tests/support/plans.ts';

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
    combined: { items: [], parts: 0, moves: [], at: () => ({ gain: 0, lines: [] }) },
  };
}

/** The two measures of the weaving mill's case. */
function smallCatalogue(): Catalogue {
  const [model] = readCatalogue(measureFiles).measures;
  const measureOf = (id: string, from: number, rung: number, wan: number, requires: string[]) =>
    Measure.parse({
      ...model,
      id,
      lifts: [{ question: 'IM-OUT-02', from, rung }],
      saves: [],
      reaches: [],
      requires,
      excludes: [],
      applies: {},
      cost: { ...model?.cost, fixed: { low: wan, planned: wan, high: wan }, per: null },
    });
  const measures = [measureOf('AA01', 2, 4, 10, []), measureOf('AA02', 4, 5, 30, ['AA01'])];
  return { measures, byId: new Map(measures.map((measure) => [measure.id, measure])), sources: {} };
}

interface PlannedCase {
  readonly budgetWan: number;
  readonly measures: readonly string[];
  readonly objective: number;
  readonly score: number;
}

describe('the case worked by hand', () => {
  it('comes out as docs/method.md prints it, through the real offers, choice and scoring', () => {
    const page = readFileSync(join(PROJECT, 'docs', 'method.md'), 'utf8');
    const printed = /```json planned\n(?<cases>[\s\S]*?)\n```/.exec(page)?.groups?.['cases'] ?? '[]';
    const cases = JSON.parse(printed) as PlannedCase[];
    expect(cases).toHaveLength(3);
    const worked = workedCases().find(({ name }) => name === 'weaving mill, intelligent manufacturing');
    const { mill } = sketchedMill(worked?.mill ?? {});
    const context = { catalogue: smallCatalogue() };
    for (const { budgetWan, measures, objective, score } of cases) {
      const outcome = planOf(mill, { budgetWan }, [], context);
      if (outcome.kind !== 'plan') throw new Error('the plan does not fit');
      expect(outcome.plan.planned.map(({ item }) => item.id)).toEqual(measures);
      expect(outcome.plan.objective).toBeCloseTo(objective, 9);
      expect(outcome.plan.expected.scores.packs['intelligent-manufacturing']?.score?.low).toBeCloseTo(score, 9);
    }
  });

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

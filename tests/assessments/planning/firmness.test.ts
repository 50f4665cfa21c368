import { describe, expect, it } from 'vitest';
import { firmnessOf, triangular } from '#assessments/planning/firmness.ts';
import { planContextOn } from '#renderer/documents/composer/plan-references.ts';
import { solve } from '#tests/support/highs-node.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { catalogueOf, choosingFor, demoJson, PLAN_DAY, scoredFrom } from '#tests/support/planning-cases.ts';
import { randomStream } from '#tests/support/random-stream.ts';
import type { Firmness } from '#assessments/schema/plan.ts';

const DRAWS = longOrShort(100, 12);

describe('a draw', () => {
  const range = { low: 2, planned: 3, high: 6 };

  it('runs from low over planned to high, a triangle of area 1', () => {
    expect(triangular(range, 0)).toBe(2);
    // Below planned lies (3 − 2) / (6 − 2) of the area.
    expect(triangular(range, 0.25)).toBeCloseTo(3, 12);
    expect(triangular(range, 1)).toBe(6);
    // The mean of a triangle is a third of the sum of its corners.
    const at = Array.from({ length: 10_000 }, (_, i) => triangular(range, (i + 0.5) / 10_000));
    expect(at.reduce((sum, value) => sum + value, 0) / at.length).toBeCloseTo(11 / 3, 3);
  });

  it('of what has no range is what is planned', () => {
    expect(triangular({ low: 4, planned: 4, high: 4 }, 0.7)).toBe(4);
  });
});

describe('how firm a choice is', () => {
  const mill = scoredFrom(demoJson('demo-dyeing'));
  const ids = new Set(['DY01', 'DY14', 'WA15', 'EN10', 'WA06', 'OP12', 'EN43', 'WA18']);
  const some = catalogueOf(ids);
  const request = { aim: 'money', budgetWan: 110 } as const;
  const context = { ...planContextOn(PLAN_DAY), catalogue: some, solve };
  const { offers } = choosingFor(mill, request, some);
  const sorted = [...offers].sort((a, b) => a.cost.planned - b.cost.planned);
  const items = sorted.filter(({ pull }) => pull.shares.length > 0).map(({ measure }) => ({ id: measure.id }));

  function drawn(of: readonly { id: string }[], seed: number): { firm: Firmness; draws: number } {
    const drawing = firmnessOf(mill, { request, items: [...of] }, context, randomStream(seed), DRAWS);
    let draws = 0;
    for (;;) {
      const step = drawing.next();
      if (step.done === true) return { firm: step.value, draws };
      draws = step.value;
    }
  }

  it('is the share of draws in which each measure of the plan is chosen again, the same for the same draws', () => {
    const { firm, draws } = drawn(items, 7);
    expect(draws).toBe(DRAWS);
    expect(Object.keys(firm).sort()).toEqual(items.map(({ id }) => id).sort());
    for (const share of Object.values(firm)) expect(share * DRAWS).toBeCloseTo(Math.round(share * DRAWS), 9);
    expect(new Set(Object.values(firm)).size).toBeGreaterThan(1);
    expect(drawn(items, 7).firm).toEqual(firm);
    expect(drawn(items, 8).firm).not.toEqual(firm);
  });

  it('is certain for what the mill locked, and nothing for what was dropped', () => {
    const [first, second] = items;
    if (first === undefined || second === undefined) throw new Error('too few measures');
    const { firm } = drawn(
      [{ ...first, locked: true } as { id: string }, { ...second, state: 'dropped' } as { id: string }],
      7,
    );
    expect(firm).toEqual({ [first.id]: 1 });
  });
});

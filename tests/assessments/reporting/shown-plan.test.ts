import { describe, expect, it } from 'vitest';
import { wanOf } from '#assessments/planning/benefit.ts';
import { plannedMillOf } from '#assessments/reporting/planned-mill.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { PRICE_FACTORS, REALISED_SHARES, sensitivityOf } from '#assessments/reporting/sensitivity.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { demoJson, planned, REQUESTS } from '#tests/support/planned-mills.ts';

const mills = Object.entries(REQUESTS).map(([id, request]) => {
  const { input } = planned(demoJson(id), 'zh-CN', request);
  const mill = plannedMillOf(millOf(input));
  if (mill === null || input.plan == null) throw new Error('no plan was made');
  return { id, mill, exact: input.plan.plan };
});
const PARTS = ['low', 'planned', 'high'] as const;

describe.each(mills)('the plan of $id as shown', ({ mill, exact }) => {
  const { plan, open } = mill;

  it('adds up, tenth by tenth, from the lines to the measures and to the whole', () => {
    for (const part of PARTS) {
      expect(rounded(plan.planned.reduce((sum, { cost }) => sum + cost[part], 0))).toBe(plan.cost[part]);
      const all = plan.planned.reduce((sum, { benefit }) => sum + (benefit?.[part] ?? 0), 0);
      expect(rounded(all)).toBe(plan.benefit?.[part]);
      for (const { lines, benefit } of open)
        if (lines.some(({ price }) => price !== null))
          expect(rounded(lines.reduce((sum, line) => sum + rounded(wanOf(line, line.quantity[part])), 0))).toBe(
            benefit?.[part],
          );
    }
  });

  it('stays within the rounding of what was computed', () => {
    const lines = open.reduce((count, entry) => count + entry.lines.length, plan.planned.length);
    expect(Math.abs(plan.cost.planned - exact.cost.planned)).toBeLessThan(0.05 * lines);
    expect(Math.abs((plan.benefit?.planned ?? 0) - (exact.benefit?.planned ?? 0))).toBeLessThan(0.05 * lines);
    expect(Math.abs((plan.benefit?.cautious ?? 0) - (exact.benefit?.cautious ?? 0))).toBeLessThan(0.1 * lines);
  });

  it('is one of its own sensitivity: all at today’s prices, the cautious part at 30 %', () => {
    const cases = sensitivityOf(mill) ?? [];
    expect(cases).toHaveLength(PRICE_FACTORS.length * REALISED_SHARES.length);
    const at = (price: number, realised: number) =>
      cases.find((one) => one.price === price && one.realised === realised);
    expect(at(1, 1)).toMatchObject({ benefitWan: plan.benefit?.planned, paybackYears: plan.payback?.planned });
    expect(at(1, 0.3)).toMatchObject({ benefitWan: plan.benefit?.cautious, paybackYears: plan.payback?.cautious });
  });
});

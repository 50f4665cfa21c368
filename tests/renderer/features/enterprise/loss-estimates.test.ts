import { describe, expect, it } from 'vitest';
import { YearFacts } from '#assessments/schema/facts.ts';
import { estimateOf, knownFigures, outputUnitOf, termsOf } from '#renderer/features/enterprise/loss-estimates.ts';

describe('an estimated loss', () => {
  it('by rework is share × output × cost a metre, in 10k yuan', () => {
    const typed = { 'rework-share': 4.2, output: 5280, 'unit-cost': 1.9 };
    expect(estimateOf(termsOf('loss.rework', 'metre'), typed, {})).toEqual({
      terms: [
        [
          { figure: 4.2, unit: 'share' },
          { figure: 5280, unit: '10k-metres' },
          { figure: 1.9, unit: 'yuan-a-metre' },
        ],
      ],
      lossWan: 421.3,
    });
    expect(estimateOf(termsOf('loss.rework', 'tonne'), typed, {})?.lossWan).toBe(0.04213);
  });

  it.each([
    ['loss.returns', { 'returned-value': 300, 'returned-loss': 40, claims: 20 }, 140],
    ['loss.returns', { claims: 20 }, 20],
    ['loss.late', { orders: 400, 'late-deduction': 5000, 'late-share': 18 }, 36],
    ['loss.late', { 'air-freight': 12_000, 'air-freight-cost': 22 }, 26.4],
    ['loss.downtime', { 'stopped-hours': 9000, 'hour-margin': 150 }, 135],
    ['loss.downtime', { 'stopped-hours': 0, 'hour-margin': 150 }, 0],
  ] as const)('%s of %j is %d', (loss, typed, lossWan) => {
    expect(estimateOf(termsOf(loss, 'metre'), typed, {})?.lossWan).toBe(lossWan);
  });

  it('is open while a row that was begun lacks a figure, or nothing is known', () => {
    expect(estimateOf(termsOf('loss.returns', 'metre'), {}, {})).toBeNull();
    expect(estimateOf(termsOf('loss.returns', 'metre'), { claims: 20, 'returned-value': 300 }, {})).toBeNull();
    expect(estimateOf(termsOf('loss.late', 'metre'), {}, { 'late-share': 18 })).toBeNull();
    expect(
      estimateOf(termsOf('loss.late', 'metre'), { 'air-freight': 1000, 'air-freight-cost': 20 }, { 'late-share': 18 }),
    ).toMatchObject({ lossWan: 2 });
  });

  it('begins with what the facts say', () => {
    const facts = YearFacts.parse({
      'delivery.on-time': 82,
      'output.products': [
        { class: 'woven', quantity: 3_000_000, unit: 'm', reworkPercent: 5 },
        { class: 'woven', quantity: 10_000, unit: '100m', reworkPercent: 1 },
        { class: 'woven', quantity: 700, unit: 'm' },
        { class: 'yarn-knit', quantity: 50, unit: 't', reworkPercent: 9 },
      ],
    });
    expect(outputUnitOf(facts)).toBe('metre');
    expect(knownFigures(facts, 'metre')).toEqual({ output: 400, 'rework-share': 4, 'late-share': 18 });
    expect(knownFigures(facts, 'tonne')).toMatchObject({ output: 50, 'rework-share': 9 });
    expect(knownFigures({}, 'piece')).toEqual({});
    expect(outputUnitOf({})).toBeNull();
  });
});

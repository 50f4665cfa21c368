import { describe, expect, it } from 'vitest';
import { rounded, shownDistance, shownFigure, shownPoints, shownScore } from '#assessments/scoring/shown-number.ts';

describe('a score is shown rounded down', () => {
  it.each([
    [39.96, '39.9'],
    [40, '40.0'],
    [39.999999999999, '40.0'],
    [0.3 * 100, '30.0'],
    [0, '0.0'],
  ])('%d as %s', (score, text) => {
    expect(shownPoints(score)).toBe(text);
    expect(shownScore({ low: score, high: score })).toBe(text);
  });

  it('as an interval only where both ends show differently', () => {
    expect(shownScore({ low: 39.91, high: 39.99 })).toBe('39.9');
    expect(shownScore({ low: 39.91, high: 61.55 })).toBe('39.9–61.5');
    expect(shownScore(null)).toBe('—');
  });
});

it.each([
  [0.04, '0.1'],
  [0.1, '0.1'],
  [40 - 39.9, '0.1'],
  [0, '0.0'],
  [-3, '0.0'],
])('a distance is shown rounded up: %d as %s', (distance, text) => {
  expect(shownDistance(distance)).toBe(text);
});

it.each([
  [0.05, '0.1'],
  [-0.05, '-0.1'],
  [1.25, '1.3'],
  [1.005 * 100, '100.5'],
  [2.449, '2.4'],
])('any other figure is shown half up: %d as %s', (value, text) => {
  expect(shownFigure(value)).toBe(text);
});

it('a figure of more decimals is rounded by the same rule', () => {
  expect([rounded(1.0005, 3), rounded(2.675, 2), rounded(-0.00005, 4), rounded(1e12, 4)]).toEqual([
    1.001, 2.68, -0.0001, 1e12,
  ]);
});

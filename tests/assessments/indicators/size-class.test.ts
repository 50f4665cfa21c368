import { describe, expect, it } from 'vitest';
import { sizeClass } from '#assessments/indicators/size-class.ts';

const mill = { name: 'x', subSectors: [], processes: [] };

describe('size class by employees and revenue', () => {
  it.each([
    [1000, 40_000, 'large'],
    [1000, 39_999, 'medium'],
    [300, 2000, 'medium'],
    [299, 50_000, 'small'],
    [20, 300, 'small'],
    [19, 300, 'micro'],
    [500, 299, 'micro'],
  ])('%i persons, %i: %s', (employees, revenue, expected) => {
    expect(sizeClass(mill, { 'people.employees': employees, 'finance.revenue': revenue })).toBe(expected);
  });

  it('falls back on the enterprise and is unknown without revenue', () => {
    expect(sizeClass({ ...mill, employees: 400 }, { 'finance.revenue': 3000 })).toBe('medium');
    expect(sizeClass({ ...mill, employees: 400 }, {})).toBeNull();
    expect(sizeClass(mill, { 'finance.revenue': 3000 })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { shownIn } from '#renderer/features/enterprise/fact-units.ts';
import { storedFrom } from '#renderer/features/enterprise/read-figure.ts';

const BASE = { unit: 'm3', times: 1 };

describe('a typed figure', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['1234.5', 1234.5],
    ['.5', 0.5],
    ['12.', 12],
    ['12。5', 12.5],
    ['１２．５', 12.5],
    ['12,500', 12_500],
    ['1,234.5', 1234.5],
    ['1，234，567', 1_234_567],
    [' 1 234 567.8 ', 1_234_567.8],
  ])('%j is read as %j', (text, value) => {
    expect(storedFrom(text, BASE)).toBe(value);
  });

  it.each([
    '12,5',
    '12，5',
    '1.234,5',
    '1 234,5',
    '0,125',
    '1,23',
    '1234,567',
    ',5',
    '12 5',
    '1,0000',
    '1.2.3',
    '-1',
    '1e3',
  ])('%j is refused, not guessed at', (text) => {
    expect(storedFrom(text, BASE)).toBeUndefined();
  });

  it('is refused above 1e12 of the base unit', () => {
    expect(storedFrom('1,000,000,000,000', BASE)).toBe(1e12);
    expect(storedFrom('1,000,000,000,000', { unit: '10k m3', times: 10_000 })).toBeUndefined();
  });

  it.each([0, 7, 999, 1234.5, 12_345_678, 1e12])('%d is read as it is shown', (value) => {
    expect(storedFrom(shownIn(value, BASE), BASE)).toBe(value);
  });
});

import { describe, expect, it } from 'vitest';
import { isCreditCode } from '#assessments/schema/credit-code.ts';

describe('unified social credit codes', () => {
  // Published example of GB 32100-2015; the second has one digit of its organisation part changed.
  it.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    ['91350100M000101Y43', false],
    ['91350100M000100Y4', false],
    ['91350100M0001OOY43', false],
    ['', false],
  ])('%s', (code, valid) => {
    expect(isCreditCode(code)).toBe(valid);
  });
});

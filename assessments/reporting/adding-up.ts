import { rounded } from '../scoring/shown-number.ts';

/**
 * Parts to a tenth that add up to the rounded sum, each within a tenth of what it is: those that lose or gain most by
 * rounding are rounded the other way.
 */
export function addingUp(parts: readonly number[]): number[] {
  const tenths = parts.map((part) => Math.round(10 * rounded(part)));
  const whole = Math.round(10 * rounded(parts.reduce((sum, part) => sum + part, 0)));
  let over = tenths.reduce((sum, part) => sum + part, 0) - whole;
  const byError = parts
    .map((part, i) => ({ i, error: (tenths[i] ?? 0) - 10 * part }))
    .sort((a, b) => (over > 0 ? b.error - a.error : a.error - b.error));
  for (const { i } of byError) {
    if (over === 0) break;
    tenths[i] = (tenths[i] ?? 0) - Math.sign(over);
    over -= Math.sign(over);
  }
  return tenths.map((part) => part / 10);
}

import { describe, expect, it } from 'vitest';
import { constant, LinearModel, sumOfExpressions, times } from '#assessments/planning/linear-model.ts';
import type { LinearProgram } from '#assessments/planning/linear-program.ts';
import { solve } from '#tests/support/highs-node.ts';

/** A solver given kilograms beside shares has called 1.546 the best where 1.572 was there. */
describe('a model whose figures are far apart', () => {
  const model = new LinearModel();
  const kgce = model.variable(8_000_000);
  const share = model.variable(0.6);
  const chosen = model.variable(1, true);
  model.keep(times(1, kgce), times(9_000_000, share));
  model.keep(times(1, share), sumOfExpressions([constant(0.1), times(0.5, chosen), times(1e-9, kgce)]));
  const programs: LinearProgram[] = [];
  const solution = model.maximise(times(2, kgce), { start: [[chosen, 1]] }, (program) => {
    programs.push(program);
    return solve(program);
  });

  it('goes to the solver as variables from 0 to 1 in rows whose largest factor is 1', () => {
    expect(programs[0]?.upper).toEqual([1, 1, 1]);
    for (const { terms } of programs[0]?.rows ?? [])
      expect(Math.max(...terms.map(([factor]) => Math.abs(factor)))).toBeCloseTo(1, 12);
  });

  it('comes back in its own units', () => {
    expect(solution?.bound).toBeCloseTo(10_800_000, 3);
    expect(solution?.valueOf?.(kgce)).toBeCloseTo(5_400_000, 3);
    expect(solution?.valueOf?.(share)).toBeCloseTo(0.6, 9);
  });

  it('leaves out what is too small without losing what it allowed', () => {
    const loose = new LinearModel();
    const small = loose.variable(1);
    const large = loose.variable(1);
    loose.keep(times(1, large), sumOfExpressions([constant(0.5), times(1e-9, small)]));
    const found = loose.maximise(times(1, large), {}, solve);
    expect(found?.bound ?? 0).toBeGreaterThanOrEqual(0.5 + 1e-9 - 1e-15);
  });
});

import { describe, expect, it } from 'vitest';
import { constant, LinearModel, sumOfExpressions, times } from '#assessments/planning/linear-model.ts';
import type { LinearProgram } from '#assessments/planning/linear-program.ts';
import { reachableBounds } from '#assessments/planning/reachable-bounds.ts';
import { seededRandom } from '#renderer/workers/seeded-random.ts';
import { solve } from '#tests/support/highs-node.ts';

/** Three measures of 20.5, 9 and 8 for a budget of 20, and a saving that hangs on the first. */
const ROWS: LinearProgram['rows'] = [
  {
    terms: [
      [20.5, 0],
      [9, 1],
      [8, 2],
      [4_000_000, 3],
    ],
    limit: 20,
  },
  {
    terms: [
      [1, 4],
      [-900_000, 0],
      [-5, 1],
    ],
    limit: 0,
  },
];

describe('bounds that rows imply', () => {
  it('leave out what alone breaks a limit, and what hangs on it', () => {
    const { lower, upper } = reachableBounds(ROWS, [1, 1, 1, 1, 1e6], [true, true, true, true, false]);
    expect(upper.slice(0, 4)).toEqual([0, 1, 1, 0]);
    expect(lower).toEqual([0, 0, 0, 0, 0]);
    expect(upper[4]).toBeCloseTo(5, 6);
  });

  it('take what a row asks for', () => {
    const { lower } = reachableBounds(
      [
        {
          terms: [
            [-1, 0],
            [-0.5, 1],
          ],
          limit: -1.2,
        },
      ],
      [1, 1],
      [true, true],
    );
    expect(lower).toEqual([1, 1]);
  });

  it('take away no values that keep the rows', () => {
    const next = seededRandom('00000007');
    const whole = (most: number) => Math.floor(next() * most);
    for (let round = 0; round < 300; round += 1) {
      const rows = Array.from({ length: 4 }, () => ({
        terms: Array.from({ length: 6 }, (_, i) => [whole(40) - 12, i] as const),
        limit: whole(30) - 5,
      }));
      const { lower, upper } = reachableBounds(rows, Array<number>(6).fill(1), Array<boolean>(6).fill(true));
      for (let bits = 0; bits < 64; bits += 1) {
        const values = Array.from({ length: 6 }, (_, i) => (bits >> i) & 1);
        const isKept = rows.every(
          ({ terms, limit }) => terms.reduce((sum, [f, v]) => sum + f * (values[v] ?? 0), 0) <= limit,
        );
        if (isKept) expect(values.every((value, i) => value >= (lower[i] ?? 0) && value <= (upper[i] ?? 0))).toBe(true);
      }
    }
  });
});

/** A measure of half a million beside a budget of 20: to a solver 20.5 was as good as 20. */
describe('a budget beside measures far above it', () => {
  it('is kept to the last yuan', () => {
    const model = new LinearModel();
    const [dear, first, second] = [model.variable(1, true), model.variable(1, true), model.variable(1, true)];
    model.keep(sumOfExpressions([times(600_000, dear), times(12, first), times(8.5, second)]), constant(20));
    const found = model.maximise(sumOfExpressions([times(1e6, dear), times(3, first), times(2, second)]), {}, solve);
    expect(found?.bound).toBeCloseTo(3, 9);
    expect([dear, first, second].map((one) => Math.round(found?.valueOf?.(one) ?? -1))).toEqual([0, 1, 0]);
  });
});

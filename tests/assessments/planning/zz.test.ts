import { it } from 'vitest';
import { optimise } from '#assessments/planning/optimise.ts';
import { arbitraryProblem } from '#tests/support/arbitrary-problems.ts';
it('speed', () => {
  for (const n of [20, 40, 60, 80]) {
    const out = [];
    for (let seed = 300; seed < 308; seed += 1) {
      const { problem } = arbitraryProblem(seed, n);
      const t = performance.now();
      const c = optimise(problem, 50000);
      out.push(`${(performance.now() - t).toFixed(0)}ms/${c?.nodes}${c?.proven ? '' : '!' + (((c?.bound ?? 0) - (c?.objective ?? 0)) / (c?.objective ?? 1)).toFixed(3)}`);
    }
    console.log(n, out.join(' '));
  }
}, 600000);

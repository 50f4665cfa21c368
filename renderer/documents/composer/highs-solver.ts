import loadHighs from 'highs';
import type { Solver } from '#assessments/planning/linear-model.ts';

/** Counted work after which a search ends unproved: nodes of its tree, never seconds, so that two runs give the same. */
const MOST_NODES = 20_000;
const OPTIONS = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9, mip_max_nodes: MOST_NODES } as const;

/** HiGHS (MIT, compiled to WebAssembly) as the solver of plans. @throws where the module does not load */
export async function highsSolver(wasm: Uint8Array): Promise<Solver> {
  const highs = await loadHighs({ wasmBinary: wasm });
  return (model) => {
    const solution = highs.solve(model, OPTIONS);
    if (solution.Status === 'Infeasible') return null;
    const values = new Map(
      Object.entries(solution.Columns).map(([name, column]) => [name, 'Primal' in column ? column.Primal : 0]),
    );
    return { bound: solution.Status === 'Optimal' ? solution.ObjectiveValue : Infinity, values };
  };
}

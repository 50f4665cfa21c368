import loadHighs, { type InitOptions } from 'highs';
import type { Solver } from '#assessments/planning/linear-model.ts';

/** Counted work after which a search ends unproved: nodes of its tree, never seconds, so that two runs give the same. */
const MOST_NODES = 500;
/** Exact; without searches for symmetry and by chance, which cost more than they find in plans. */
const OPTIONS = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 1e-9,
  mip_max_nodes: MOST_NODES,
  mip_detect_symmetry: false,
  mip_heuristic_effort: 0,
} as const;

/** The loader takes bytes in this way alone; given as `wasmBinary` it looks for a file beside itself all the same. */
interface Instantiation extends InitOptions {
  readonly instantiateWasm: (imports: object, receive: (instance: object) => void) => void;
}

/** What every host has of WebAssembly; this room is compiled without the types of one. */
interface Host {
  readonly WebAssembly: {
    readonly compile: (bytes: Uint8Array) => Promise<object>;
    readonly Instance: new (program: object, imports: object) => object;
  };
}

/** HiGHS (MIT, compiled to WebAssembly) as the solver of plans. @throws where the module does not load */
export async function highsSolver(wasm: Uint8Array): Promise<Solver> {
  const { compile, Instance } = (globalThis as unknown as Host).WebAssembly;
  const program = await compile(wasm);
  const options: Instantiation = {
    instantiateWasm: (imports, receive) => {
      receive(new Instance(program, imports));
    },
  };
  const highs = await loadHighs(options);
  return (model) => {
    const solution = highs.solve(model, OPTIONS);
    if (solution.Status === 'Infeasible') return null;
    const columns: Readonly<Record<string, { readonly Primal?: number }>> = solution.Columns;
    const values = new Map(Object.entries(columns).map(([name, { Primal = 0 }]) => [name, Primal]));
    return { bound: solution.Status === 'Optimal' ? solution.ObjectiveValue : Infinity, values };
  };
}

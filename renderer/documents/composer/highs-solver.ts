import loadHighs, { type InitOptions } from 'highs';
import type { Solver } from '#assessments/planning/linear-program.ts';

/** Counted work after which a search ends unproved: nodes of its tree, never seconds, so that two runs give the same. */
const MOST_NODES = 2000;
/** Exact; without restarts, symmetry and heuristics, which cost more than they find in plans. */
const OPTIONS = {
  output_flag: false,
  mip_abs_gap: 1e-9,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  mip_max_nodes: MOST_NODES,
  mip_detect_symmetry: false,
  mip_allow_restart: false,
  mip_heuristic_effort: 0,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
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
  const { modelStatus, objectiveSense, variableType } = highs.constants;
  return ({ objective, upper, isWhole, rows, start, within }) => {
    const starts = new Int32Array(rows.length + 1);
    rows.forEach(({ terms }, i) => {
      starts[i + 1] = (starts[i] ?? 0) + terms.length;
    });
    const all = rows.flatMap(({ terms }) => terms);
    const numCols = objective.length;
    return highs.withModel((model) => {
      model.options.set({ ...OPTIONS, mip_rel_gap: within });
      model.passModel({
        numCols,
        numRows: rows.length,
        sense: objectiveSense.maximize,
        colCost: Float64Array.from(objective),
        colLower: new Float64Array(numCols),
        colUpper: Float64Array.from(upper),
        rowLower: new Float64Array(rows.length).fill(-highs.infinity),
        rowUpper: Float64Array.from(rows, ({ limit }) => limit),
        matrix: {
          format: 'csr',
          numRows: rows.length,
          numCols,
          starts,
          indices: Int32Array.from(all, ([, variable]) => variable),
          values: Float64Array.from(all, ([factor]) => factor),
        },
        integrality: isWhole.map((whole) => (whole ? variableType.integer : variableType.continuous)),
      });
      if (start.length > 0)
        model.setSolution({
          indices: Int32Array.from(start, ([variable]) => variable),
          values: Float64Array.from(start, ([, value]) => value),
        });
      const { modelStatus: status } = model.run();
      if (status === modelStatus.infeasible) return null;
      const isOptimal = status === modelStatus.optimal;
      const hasValues = isOptimal || Number(model.info.get('primal_solution_status')) === FEASIBLE;
      return {
        bound: isOptimal ? model.getObjectiveValue() : Number(model.info.get('mip_dual_bound')),
        values: hasValues ? model.getSolution().colValue : null,
      };
    });
  };
}

/** HiGHS's code for a point that keeps the rows. */
const FEASIBLE = 2;

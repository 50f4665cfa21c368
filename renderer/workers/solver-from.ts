import type { Solver } from '#assessments/planning/linear-program.ts';

let loaded: Promise<Solver> | undefined;

/** HiGHS as the solver of plans, from the folder that has its module; loaded once per worker. */
export function solverFrom(data: string): Promise<Solver> {
  loaded ??= load(data);
  return loaded;
}

async function load(data: string): Promise<Solver> {
  const [{ highsSolver }, wasm] = await Promise.all([
    import('../documents/composer/highs-solver.ts'),
    fetch(`${data}highs.wasm`).then((answer) => answer.arrayBuffer()),
  ]);
  return highsSolver(new Uint8Array(wasm));
}

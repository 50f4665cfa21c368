import { readFile } from 'node:fs/promises';
import type { Solver } from '#assessments/planning/linear-program.ts';
import { dataPath } from './data-path.ts';

let loaded: Promise<Solver> | undefined;

/** HiGHS as the solver of plans; loaded once per process, and only where a plan is made. */
export function nodeSolver(): Promise<Solver> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Solver> {
  const [{ highsSolver }, wasm] = await Promise.all([
    import('#renderer/documents/composer/highs-solver.ts'),
    readFile(dataPath('highs.wasm')),
  ]);
  return highsSolver(wasm);
}

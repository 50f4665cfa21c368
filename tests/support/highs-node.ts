import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { highsSolver } from '#renderer/documents/composer/highs-solver.ts';

/** The solver of the product, as tests have it. */
export const solve = await highsSolver(readFileSync(createRequire(import.meta.url).resolve('highs/runtime')));

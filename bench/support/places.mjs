import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
export const BENCH = join(PROJECT, 'bench');
export const RESULTS = join(BENCH, 'results');
export const LAUNCH = join(PROJECT, 'electron', 'cli', 'launch.mjs');
export const DEMO_DOSSIER = join(PROJECT, 'seeds', 'demo', 'demo-dyeing.json');

/** Loads and resolves as the product does: its own libraries and fonts, not those of the bench. */
export const productRequire = createRequire(join(PROJECT, 'package.json'));

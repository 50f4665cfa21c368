import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

export const SHELL = join(PROJECT, 'build', 'shell');

/** What CommonJS packages in an ES module ask for. */
const REQUIRE = `import { createRequire as createRequireHere } from 'node:module';
const require = createRequireHere(import.meta.url);`;

/**
 * Bundles main, the worker of its command line and preload into a folder. Tests put a module of their own in place of `electron` in main, and may leave
 * more modules out of the bundle; the preload is the same always.
 * @param {{ outdir?: string, electron?: string | null, external?: string[] }} options
 */
export async function buildShell({ outdir = SHELL, electron = null, external = [] } = {}) {
  const common = { absWorkingDir: PROJECT, outdir, bundle: true, logLevel: 'warning', external: ['electron'] };
  await build({
    ...common,
    ...(electron === null ? {} : { alias: { electron } }),
    entryPoints: { main: 'electron/main/main.ts', 'diagnose-worker': 'electron/cli/worker.ts' },
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    splitting: true,
    target: 'node22',
    external: [...(electron === null ? ['electron'] : []), ...external],
    banner: { js: REQUIRE },
  });
  await build({
    ...common,
    entryPoints: { preload: 'electron/preload/preload.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'browser',
    format: 'cjs',
    target: 'chrome140',
  });
  return outdir;
}

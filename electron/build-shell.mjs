import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

export const SHELL = join(PROJECT, 'build', 'shell');

/**
 * Bundles main and preload into a folder. `electron` names what stands for the module in each of them: itself, or a
 * stand-in of the tests, which may leave more modules out of the bundle.
 * @param {{ outdir?: string, electron?: { main: string | null, preload: string | null }, external?: string[] }} options
 */
export async function buildShell({ outdir = SHELL, electron = { main: null, preload: null }, external = [] } = {}) {
  const common = { absWorkingDir: PROJECT, outdir, bundle: true, logLevel: 'warning' };
  const standIn = (path) => (path === null ? { external: ['electron'] } : { alias: { electron: path } });
  const own = standIn(electron.main);
  await build({
    ...common,
    ...own,
    entryPoints: { main: 'electron/main/main.ts' },
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    splitting: true,
    target: 'node22',
    external: [...(own.external ?? []), ...external, 'jspdf', 'linebreak', 'write-excel-file', '@expo-google-fonts/*'],
  });
  await build({
    ...common,
    ...standIn(electron.preload),
    entryPoints: { preload: 'electron/preload/preload.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'browser',
    format: 'cjs',
    target: 'chrome140',
  });
  return outdir;
}

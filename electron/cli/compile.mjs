import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sourceFingerprint } from '../source-fingerprint.mjs';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCE_FOLDERS = ['assessments', 'electron', 'renderer', 'seeds', 'types'];
const BUILDS = join(PROJECT, 'build', 'cli');
const KEEP_BUILDS_MS = 24 * 60 * 60 * 1000;

/**
 * Address of an entry point, compiled when a source changed since the last build.
 * Builds stand side by side under the fingerprint of their sources, so that two runs at once do not disturb each other.
 */
export async function compiled(entry) {
  const folder = join(BUILDS, await sourceFingerprint(PROJECT, SOURCE_FOLDERS, ['package-lock.json']));
  const address = pathToFileURL(join(folder, `${entry}.mjs`)).href;
  if (existsSync(folder)) return address;
  const draft = `${folder}.${process.pid}.tmp`;
  await bundle(draft);
  await publish(draft, folder);
  await removeOldBuilds(folder);
  return address;
}

async function bundle(outdir) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: PROJECT,
    entryPoints: {
      main: 'electron/cli/main.ts',
      'diagnose-worker': 'electron/cli/worker.ts',
      'write-schema': 'electron/cli/write-schema.ts',
      'browser-host': 'electron/browser-host/start-browser-host.ts',
    },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external: ['jspdf', 'linebreak', '@expo-google-fonts/*'],
    logLevel: 'silent',
  });
}

/** Whoever comes second keeps the build of the first. */
async function publish(draft, folder) {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(draft, { recursive: true, force: true });
  }
}

async function removeOldBuilds(current) {
  await mkdir(BUILDS, { recursive: true });
  for (const name of await readdir(BUILDS)) {
    const path = join(BUILDS, name);
    const found = await stat(path).catch(() => null);
    const old = found !== null && Date.now() - found.mtimeMs > KEEP_BUILDS_MS;
    if (path !== current && old) await rm(path, { recursive: true, force: true });
  }
}

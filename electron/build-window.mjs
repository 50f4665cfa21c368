import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyPdfData } from './pdf-data.mjs';
import { REPORT_DATA } from './report-data.mjs';
import { sourceFingerprint } from './source-fingerprint.mjs';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const require = createRequire(import.meta.url);
const SOURCES = ['assessments', 'electron', 'renderer', 'seeds'];
const STAMP = 'built-from.txt';

export const WINDOW = join(PROJECT, 'build', 'renderer');

/** Builds the window into build/renderer unless it was built from the same sources. */
export async function buildWindow({ say = () => {} } = {}) {
  const sources = await sourceFingerprint(PROJECT, SOURCES, ['package-lock.json', 'vite.config.ts']);
  const stamp = join(WINDOW, STAMP);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === sources) return WINDOW;
  say();
  await runVite();
  await mkdir(join(WINDOW, 'data'), { recursive: true });
  for (const [name, source] of Object.entries(REPORT_DATA)) {
    await copyFile(require.resolve(source), join(WINDOW, 'data', name));
  }
  await copyPdfData(join(WINDOW, 'data', 'pdf'));
  await writeFile(stamp, sources);
  return WINDOW;
}

/** In a process of its own: React's production build must not depend on the NODE_ENV of whoever asks. */
async function runVite() {
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  const run = spawn(process.execPath, [vite, 'build', '--config', 'vite.config.ts', '--logLevel', 'error'], {
    cwd: PROJECT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(run, 'exit');
  if (code !== 0) throw new Error(`vite ended with ${code}`);
}

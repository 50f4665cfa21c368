import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const LONGEST_MS = 60_000;
const STEP_MS = 5000;
const EXECUTABLE = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
const require = createRequire(import.meta.url);

/**
 * Path of an Electron runtime; null where there is none and its installer cannot get one in time. With ZHIZHEN_NO_INSTALL
 * set the installer is not asked.
 * @param {{ folder?: string | null, longestMs?: number, stepMs?: number, say?: (line: string) => void }} options
 */
export async function electronRuntime({
  folder = packageFolder(),
  longestMs = LONGEST_MS,
  stepMs = STEP_MS,
  say = console.error,
} = {}) {
  const found = installedRuntime(folder);
  if (found !== null || process.env['ZHIZHEN_NO_INSTALL'] !== undefined) return found;
  const installer = join(folder ?? '', 'install.js');
  if (!existsSync(installer)) return null;
  await askInstaller(installer, { longestMs, stepMs, say });
  return installedRuntime(folder);
}

/**
 * The runtime below ELECTRON_OVERRIDE_DIST_PATH, else that of the package, which notes its path once it is whole; null
 * where there is none.
 */
export function installedRuntime(folder = packageFolder()) {
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const note = join(folder ?? '', 'path.txt');
  if (folder === null || (elsewhere === undefined && !existsSync(note))) return null;
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : (EXECUTABLE[process.platform] ?? 'electron');
  const path = join(elsewhere ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : null;
}

/** Null where only what the program needs was installed. */
function packageFolder() {
  try {
    return dirname(require.resolve('electron/package.json'));
  } catch {
    return null;
  }
}

/** Says how long it takes, and in one line why it failed. */
async function askInstaller(installer, { longestMs, stepMs, say }) {
  const seconds = (ms) => Math.round(ms / 1000);
  const limit = seconds(longestMs);
  const started = Date.now();
  say(`正在获取 Electron，最多 ${limit} 秒… getting Electron, for ${limit} s at most…`);
  const progress = setInterval(() => say(`${seconds(Date.now() - started)} / ${limit} s`), stepMs);
  const failure = await failureOf(installer, longestMs);
  clearInterval(progress);
  if (failure !== null) say(`未能获取 Electron。 Could not get Electron: ${failure}`);
}

/** @returns {Promise<string | null>} */
function failureOf(installer, longestMs) {
  return new Promise((resolve) => {
    const options = { stdio: ['ignore', 'ignore', 'pipe'], timeout: longestMs, killSignal: 'SIGKILL' };
    const child = spawn(process.execPath, [installer], options);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code) => {
      if (code === 0) resolve(null);
      else resolve(code === null ? 'the time is up' : (said.trim().split('\n')[0] ?? ''));
    });
  });
}

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const LONGEST_MS = 60_000;
const require = createRequire(import.meta.url);

/**
 * Path of an Electron runtime; null where there is none and its installer cannot get one within a minute. With
 * ZHIZHEN_NO_INSTALL set the installer is not asked.
 */
export async function electronRuntime() {
  const found = installed();
  if (found !== null || process.env['ZHIZHEN_NO_INSTALL'] !== undefined) return found;
  const installer = join(packageFolder() ?? '', 'install.js');
  if (!existsSync(installer)) return null;
  console.error('正在获取 Electron，最多等一分钟… getting Electron, for a minute at most…');
  spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'ignore'], timeout: LONGEST_MS });
  return installed();
}

/** The path that the package itself notes once its runtime is there, below another folder where that is set. */
function installed() {
  const folder = packageFolder();
  const note = join(folder ?? '', 'path.txt');
  if (folder === null) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : EXECUTABLE[process.platform];
  const path = join(dist, name ?? 'electron');
  return existsSync(path) ? path : null;
}

const EXECUTABLE = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** Null where only what the program needs was installed. */
function packageFolder() {
  try {
    return dirname(require.resolve('electron/package.json'));
  } catch {
    return null;
  }
}

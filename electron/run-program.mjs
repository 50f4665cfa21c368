import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A runtime that ends badly this soon had no window yet: libraries are missing, or there is no display. */
const SOON_MS = 15_000;

/**
 * Runs the program in an Electron runtime until it ends. `failure` says in a few words why it could not be started; it is
 * null where it could.
 * @param {string} runtime
 * @param {string[]} args
 * @returns {Promise<{ code: number, failure: string | null }>}
 */
export async function runProgram(runtime, args, soonMs = SOON_MS) {
  const started = Date.now();
  try {
    const [code, signal] = await once(spawn(runtime, args, { stdio: 'inherit' }), 'exit');
    const isFailed = code !== 0 && Date.now() - started < soonMs;
    return { code: code ?? 1, failure: isFailed ? String(signal ?? code) : null };
  } catch (error) {
    return { code: 1, failure: error.code ?? error.message };
  }
}

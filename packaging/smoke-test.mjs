import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs an installed program without a window: `node packaging/smoke-test.mjs <executable> [its arguments…]`.
 * It must write the very result that the command line of the sources writes, and a report.
 */
const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const MILL = join(PROJECT, 'seeds', 'demo', 'demo-dyeing.json');
const LIMIT_MS = 120_000;

const [executable, ...args] = process.argv.slice(2);
const out = mkdtempSync(join(tmpdir(), 'zhizhen-smoke-'));
try {
  run(executable, [...args, '--report', MILL, '--out', join(out, 'installed')]);
  run(process.execPath, [join(PROJECT, 'electron', 'cli', 'launch.mjs'), MILL, '--out', join(out, 'sources')]);
  const read = (run, file) => readFileSync(join(out, run, file));
  if (!read('installed', 'result.json').equals(read('sources', 'result.json'))) fail('another result than the sources');
  if (!read('installed', 'report.pdf').subarray(0, 5).equals(Buffer.from('%PDF-'))) fail('the report is no PDF');
  console.log('the installed program reports as the sources do');
} finally {
  rmSync(out, { recursive: true, force: true });
}

function run(command, commandArgs) {
  const { status, error, signal } = spawnSync(command, commandArgs, { stdio: 'inherit', timeout: LIMIT_MS });
  if (status !== 0) fail(`${command} ended with ${error?.message ?? signal ?? status}`);
}

function fail(reason) {
  throw new Error(reason);
}

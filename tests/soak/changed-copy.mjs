import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const LEFT_OUT = ['.git', 'bench', 'node_modules', 'out'].map((name) => join(PROJECT, name));
const LONGEST_MS = 5 * 60_000;
/** A change may need more kills to be found than a check has. */
const ENV = { ...process.env, ZHIZHEN_KILLS: '5' };

/** A copy of the project whose lines can be changed while its tests run. */
export async function changedCopy() {
  const copy = await mkdtemp(join(tmpdir(), 'zhizhen-changed-'));
  const results = join(copy, 'results.json');
  await cp(PROJECT, copy, { recursive: true, preserveTimestamps: true, filter: (path) => !LEFT_OUT.includes(path) });
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  const { buildWindow } = await import(pathToFileURL(join(copy, 'electron', 'build-window.mjs')).href);
  // Tests that run side by side would each build the window, one below the feet of another.
  await buildWindow();
  return {
    /** Runs work while a line is deleted, or has `instead` in its place; `nth` counts equal lines from 1. */
    withLine: async ({ file, text, instead, nth = null }, work) => {
      const path = join(copy, file);
      const before = await readFile(path, 'utf8');
      const changed = changedText(before, text, instead, nth);
      if (changed === before) throw new Error(`no such line: ${file}: ${text}`);
      await writeFile(path, changed);
      try {
        return await work();
      } finally {
        await writeFile(path, before);
      }
    },
    /** Full names of the tests that failed and of those that passed; none of either where vitest came to no end (`isEnded`). */
    namesByStatus: async (args) => {
      await rm(results, { force: true });
      const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs');
      const options = { cwd: copy, stdio: 'ignore', timeout: LONGEST_MS, env: ENV };
      const command = [vitest, 'run', ...args, '--reporter=json', `--outputFile=${results}`];
      // Whoever is stopped for taking too long may still write what it has.
      const isStopped = spawnSync(process.execPath, command, options).error !== undefined;
      const text = await readFile(results, 'utf8').catch(() => null);
      const all = text === null ? [] : JSON.parse(text).testResults;
      const named = (wanted) =>
        all.flatMap(({ assertionResults }) =>
          assertionResults.filter(({ status }) => status === wanted).map(({ fullName }) => fullName),
        );
      // A file that cannot be loaded any more has no test, and failed.
      const broken = all.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
      return {
        failed: [...named('failed'), ...broken.map(({ name }) => name)],
        passed: named('passed'),
        isEnded: text !== null && !isStopped,
      };
    },
    remove: () => rm(copy, { recursive: true, force: true }),
  };
}

function changedText(before, text, instead, nth) {
  let seen = 0;
  return before
    .split('\n')
    .flatMap((line) => {
      if (line.trim() !== text) return [line];
      seen += 1;
      if (nth !== null && seen !== nth) return [line];
      return instead === null ? [] : [line.replace(text, () => instead)];
    })
    .join('\n');
}

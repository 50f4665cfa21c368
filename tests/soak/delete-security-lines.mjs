import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { securityTable } from './security-table.mjs';

/**
 * Deletes each line of docs/security.md in a copy of the project, or exchanges it, and expects the test that it names to
 * fail, which passes before. Prints line, test and colour of each. With an argument only the lines of files whose path
 * contains it.
 */
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const LEFT_OUT = ['.git', 'bench', 'node_modules', 'out'].map((name) => join(PROJECT, name));
const LONGEST_MS = 5 * 60_000;

const copy = await mkdtemp(join(tmpdir(), 'zhizhen-security-'));
const results = join(copy, 'results.json');
const rows = securityTable(PROJECT);
const proved = rows.filter(({ mark, line }) => mark === '●' && line.file.includes(process.argv[2] ?? ''));
let red = 0;
try {
  await cp(PROJECT, copy, { recursive: true, preserveTimestamps: true, filter: (path) => !LEFT_OUT.includes(path) });
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  // Tests that run side by side would each build the window, one below the feet of another.
  const { buildWindow } = await import(pathToFileURL(join(copy, 'electron', 'build-window.mjs')).href);
  await buildWindow();
  const files = [...new Set(proved.map(({ test }) => test.file))];
  const before = await namesByStatus(files);
  const early = before.failed.filter((name) => proved.some(({ test }) => name.includes(test.name)));
  if (early.length > 0) throw new Error(`fails before anything is deleted: ${early.join(', ')}`);
  console.log('line | test | colour');
  for (const { line, test } of proved) {
    if (!before.passed.some((name) => name.includes(test.name))) throw new Error(`does not run here: ${test.name}`);
    const colour = await withoutLine(line, async () => (await colourOf(test)) ?? (await colourOf(test)));
    if (colour === 'red') red += 1;
    const change = line.instead === null ? line.text : `${line.text} → ${line.instead}`;
    console.log(`${line.file}: ${change} | ${test.file}: ${test.name} | ${colour ?? 'DID NOT RUN'}`);
  }
} finally {
  await rm(copy, { recursive: true, force: true });
}
const real = rows.filter(({ mark }) => mark === '○').length;
console.log(`${red} of ${proved.length} lines turn their test red; ${real} rows need a real Electron`);
if (red < proved.length) process.exitCode = 1;

async function withoutLine({ file, text, instead }, run) {
  const path = join(copy, file);
  const before = await readFile(path, 'utf8');
  const changed = before
    .split('\n')
    .flatMap((line) => (line.trim() === text ? (instead === null ? [] : [line.replace(text, () => instead)]) : [line]))
    .join('\n');
  if (changed === before) throw new Error(`no such line: ${file}: ${text}`);
  await writeFile(path, changed);
  try {
    return await run();
  } finally {
    await writeFile(path, before);
  }
}

/** Null where the test did not run, which proves nothing. */
async function colourOf({ file, name }) {
  const { failed, passed } = await namesByStatus([file, '-t', name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')]);
  if (failed.some((fullName) => fullName.includes(name))) return 'red';
  return passed.some((fullName) => fullName.includes(name)) ? 'GREEN' : null;
}

/** Full names of the tests that failed and of those that passed; none of either where vitest itself came to no end. */
async function namesByStatus(args) {
  await rm(results, { force: true });
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', ...args, '--reporter=json', `--outputFile=${results}`], {
    cwd: copy,
    stdio: 'ignore',
    timeout: LONGEST_MS,
  });
  const text = await readFile(results, 'utf8').catch(() => '{"testResults":[]}');
  const all = JSON.parse(text).testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = (wanted) => all.filter(({ status }) => status === wanted).map(({ fullName }) => fullName);
  return { failed: named('failed'), passed: named('passed') };
}

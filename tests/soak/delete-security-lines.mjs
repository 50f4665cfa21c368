import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { securityTable } from './security-table.mjs';

/** Deletes each line of docs/security.md in a copy of the project and expects the test that it names to fail. */
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const LEFT_OUT = ['.git', 'bench', 'node_modules', 'out'].map((name) => join(PROJECT, name));
const copy = await mkdtemp(join(tmpdir(), 'zhizhen-security-'));
const rows = securityTable(PROJECT);
const survivors = [];
try {
  await cp(PROJECT, copy, { recursive: true, preserveTimestamps: true, filter: (path) => !LEFT_OUT.includes(path) });
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  for (const { line, test } of rows) {
    if (line === null) continue;
    const isRed = await withoutLine(line, () => isFailing(test));
    if (!isRed) survivors.push(line);
    console.log(`${isRed ? 'red  ' : 'GREEN'} ${line.file}: ${line.text}`);
  }
} finally {
  await rm(copy, { recursive: true, force: true });
}
const deleted = rows.filter(({ line }) => line !== null).length;
const real = rows.filter(({ test }) => test === null).length;
console.log(
  `${deleted - survivors.length} of ${deleted} deletions turn their test red; ${real} rows need a real Electron`,
);
if (survivors.length > 0) process.exitCode = 1;

async function withoutLine({ file, text }, run) {
  const path = join(copy, file);
  const before = await readFile(path, 'utf8');
  const kept = before.split('\n').filter((line) => line.trim() !== text);
  await writeFile(path, kept.join('\n'));
  try {
    return run();
  } finally {
    await writeFile(path, before);
  }
}

/** Whether the test ran and failed; one that did not run at all proves nothing, and is told apart by its name. */
function isFailing({ file, name }) {
  const words = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const args = ['vitest', 'run', file, '-t', words, '--reporter=json'];
  const { stdout } = spawnSync('npx', args, { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { testResults } = JSON.parse(stdout.slice(stdout.indexOf('{"num')));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  return results.some(({ fullName, status }) => fullName.includes(name) && status === 'failed');
}

import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { securityTable } from './security-table.mjs';

/**
 * Deletes each line of docs/security.md in a copy of the project and expects the test that it names to fail, which passes
 * before. With an argument only the lines of files whose path contains it.
 */
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const LEFT_OUT = ['.git', 'bench', 'node_modules', 'out'].map((name) => join(PROJECT, name));
const copy = await mkdtemp(join(tmpdir(), 'zhizhen-security-'));
const rows = securityTable(PROJECT);
const deletions = rows.filter(({ line }) => line?.file.includes(process.argv[2] ?? ''));
const survivors = [];
try {
  await cp(PROJECT, copy, { recursive: true, preserveTimestamps: true, filter: (path) => !LEFT_OUT.includes(path) });
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  const early = failuresOf([...new Set(deletions.map(({ test }) => test.file))]);
  if (early.length > 0) throw new Error(`fails before anything is deleted: ${early.join(', ')}`);
  for (const { line, test } of deletions) {
    const isRed = await withoutLine(line, () => isFailing(test));
    if (!isRed) survivors.push(line);
    console.log(`${isRed ? 'red  ' : 'GREEN'} ${line.file}: ${line.text}`);
  }
} finally {
  await rm(copy, { recursive: true, force: true });
}
const real = rows.filter(({ test }) => test === null).length;
console.log(
  `${deletions.length - survivors.length} of ${deletions.length} deletions turn their test red; ${real} rows need a real Electron`,
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

/** Whether the test ran and failed; one that did not run proves nothing. */
function isFailing({ file, name }) {
  const failed = failuresOf([file, '-t', name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')]);
  return failed.some((fullName) => fullName.includes(name));
}

function failuresOf(args) {
  const options = { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = spawnSync('npx', ['vitest', 'run', ...args, '--reporter=json'], options);
  const { testResults } = JSON.parse(stdout.slice(stdout.indexOf('{"num')));
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
}

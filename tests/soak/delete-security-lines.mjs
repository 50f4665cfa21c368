import { changedCopy, PROJECT } from './changed-copy.mjs';
import { securityTable } from './security-table.mjs';

/**
 * Deletes each line of docs/security.md in a copy of the project, or exchanges it, and expects the test that it names to
 * fail, which passes before. Prints line, test and colour of each. With an argument only the lines of files whose path
 * contains it.
 */
const rows = securityTable(PROJECT);
const proved = rows.filter(({ mark, line }) => mark === '●' && line.file.includes(process.argv[2] ?? ''));
const copy = await changedCopy();
let red = 0;
try {
  const files = [...new Set(proved.map(({ test }) => test.file))];
  const before = await copy.namesByStatus(files);
  const early = before.failed.filter((name) => proved.some(({ test }) => name.includes(test.name)));
  if (early.length > 0) throw new Error(`fails before anything is deleted: ${early.join(', ')}`);
  console.log('line | test | colour');
  for (const { line, test } of proved) {
    if (!before.passed.some((name) => name.includes(test.name))) throw new Error(`does not run here: ${test.name}`);
    const colour = await copy.withLine(line, async () => (await colourOf(test)) ?? (await colourOf(test)));
    if (colour === 'red') red += 1;
    const change = line.instead === null ? line.text : `${line.text} → ${line.instead}`;
    console.log(`${line.file}: ${change} | ${test.file}: ${test.name} | ${colour ?? 'DID NOT RUN'}`);
  }
} finally {
  await copy.remove();
}
const real = rows.filter(({ mark }) => mark === '○').length;
console.log(`${red} of ${proved.length} lines turn their test red; ${real} rows need a real Electron`);
if (red < proved.length || proved.length === 0) process.exitCode = 1;

/** Null where the test did not run, which proves nothing. */
async function colourOf({ file, name }) {
  const { failed, passed } = await copy.namesByStatus([file, '-t', name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')]);
  if (failed.some((fullName) => fullName.includes(name))) return 'red';
  return passed.some((fullName) => fullName.includes(name)) ? 'GREEN' : null;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changedCopy, PROJECT } from './changed-copy.mjs';

/**
 * Deletes or weakens every line of `mutants/*.json` in a copy of the project, one at a time, and expects the tests that
 * the row names to fail, which pass before. Prints what survives, and what could not be tried as its tests are skipped
 * here. With an argument only the areas or files whose name contains it.
 *
 * @typedef {object} Mutant
 * @property {string} file of the project
 * @property {string} line as it stands there, without the blanks around it
 * @property {string | null} instead what stands in its place; null where the line is deleted
 * @property {number} [nth] which of several equal lines, from 1; all of them if absent
 * @property {readonly string[]} tests files that must not all pass
 * @property {string} guards what would be lost
 */
const AREAS = join(PROJECT, 'tests', 'soak', 'mutants');
const [wanted = ''] = process.argv.slice(2);

const mutants = await mutantsIn(AREAS);
const chosen = mutants.filter(({ area, file }) => area.includes(wanted) || file.includes(wanted));
const copy = await changedCopy();
let found = 0;
try {
  const running = await filesThatRun([...new Set(chosen.flatMap(({ tests }) => tests))]);
  for (const { area, file, line, instead, nth, tests, guards } of chosen) {
    const change = { file, text: line, instead, nth: nth ?? null };
    const outcome = tests.some((test) => running.has(test)) ? await outcomeOf(change, tests) : 'DID NOT RUN';
    if (outcome === 'red') found += 1;
    console.log(`${outcome} | ${area} | ${file}: ${line} → ${instead ?? ''} | ${guards}`);
  }
} finally {
  await copy.remove();
}
console.log(`${found} of ${chosen.length} mutants are found`);
if (found < chosen.length || chosen.length === 0) process.exitCode = 1;

/** Files of which a test passes here before anything is changed. @throws where one fails or comes to no end */
async function filesThatRun(files) {
  const running = new Set();
  for (const file of files) {
    const { failed, passed, isEnded } = await copy.namesByStatus([file]);
    if (failed.length > 0) throw new Error(`fails before anything is changed: ${failed.join(', ')}`);
    if (!isEnded) throw new Error(`comes to no end before anything is changed: ${file}`);
    if (passed.length > 0) running.add(file);
  }
  return running;
}

/** A run that comes to no end hangs on the change: nobody would take that for working. */
async function outcomeOf(change, tests) {
  const { failed, isEnded } = await copy.withLine(change, () => copy.namesByStatus([...tests, '--bail=1']));
  return failed.length === 0 && isEnded ? 'SURVIVED' : 'red';
}

async function mutantsIn(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const read = names.map(async (name) => {
    const rows = JSON.parse(await readFile(join(folder, name), 'utf8'));
    return rows.map((row) => ({ ...row, area: name.replace('.json', '') }));
  });
  return (await Promise.all(read)).flat();
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/**
 * What every check does a few times, many times over; then the lines of docs/security.md deleted one by one, and the lines
 * of `mutants` that protect data; then every measurement of the bench, only tried. With a part of a name (`mutants`,
 * `security`, `kill` …) only the steps that have it.
 */
const MANY = { ZHIZHEN_SOAK: '1', ZHIZHEN_LARGE: '1' };
const STEPS = [
  [['tests/run.mjs', 'tests/assessments'], MANY],
  [['tests/run.mjs', 'tests/electron/kill', 'tests/electron/disk'], MANY],
  [['tests/run.mjs', 'tests/electron/hand-over'], MANY],
  [['tests/run.mjs', 'tests/electron/backup', 'tests/electron/files'], MANY],
  [['tests/run.mjs', 'tests/electron/cli'], MANY],
  [['tests/run.mjs', 'tests/e2e/kill-', 'tests/e2e/full-disk', 'tests/e2e/restore-many'], MANY],
  [['tests/soak/second-reading.mjs'], {}],
  [['tests/run.mjs', 'tests/architecture/recipes'], MANY],
  [['tests/soak/delete-security-lines.mjs'], {}],
  [['tests/soak/mutants.mjs'], {}],
  [['bench/run.mjs', '--short'], {}],
];

const [wanted = ''] = process.argv.slice(2);
const steps = STEPS.filter(([args]) => args.some((arg) => arg.includes(wanted)));
if (steps.length === 0) throw new Error(`no such step: ${wanted}`);
let failed = 0;
for (const [args, env] of steps) {
  console.log(`\n${args.join(' ')}`);
  const options = { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, ...env } };
  const { status } = spawnSync(process.execPath, args, options);
  if (status !== 0) failed += 1;
}
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

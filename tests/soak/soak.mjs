import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** What every check does a few times, many times over; then the lines of docs/security.md deleted one by one. */
const MANY = { ZHIZHEN_KILLS: '50', ZHIZHEN_SOAK: '1', ZHIZHEN_LARGE: '1' };
const STEPS = [
  ['npx', ['vitest', 'run', 'tests/electron/kill', 'tests/electron/disk'], MANY],
  ['npx', ['vitest', 'run', 'tests/electron/hand-over'], MANY],
  ['npx', ['vitest', 'run', 'tests/e2e/kill-restore.test.ts', 'tests/e2e/kill-window.test.ts'], MANY],
  [process.execPath, ['tests/soak/delete-security-lines.mjs'], {}],
];

let failed = 0;
for (const [command, args, env] of STEPS) {
  console.log(`\n${args.join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) failed += 1;
}
console.log(`${STEPS.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

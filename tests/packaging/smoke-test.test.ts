import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, temporaryFolder } from '#tests/support/cli.ts';

const LAUNCH = join(PROJECT, 'electron', 'cli', 'launch.mjs');

/** Runs the smoke test against a program that answers `--report` with some code. */
function smokeTest(code: string) {
  const program = join(temporaryFolder(), 'program.mjs');
  writeFileSync(program, code);
  const smoke = join(PROJECT, 'packaging', 'smoke-test.mjs');
  return spawnSync(process.execPath, [smoke, process.execPath, program], { cwd: PROJECT, encoding: 'utf8' });
}

describe('the smoke test of an installed program', () => {
  it('passes where it reports as the sources do', () => {
    const run = smokeTest(`process.argv.splice(2, 1); await import(${JSON.stringify(LAUNCH)});`);
    expect(run.stdout).toContain('the installed program reports as the sources do');
    expect(run.status).toBe(0);
  });

  it('fails where the program fails, or writes another result', () => {
    expect(smokeTest('process.exit(1);').stderr).toContain('ended with 1');
    const other = `
      import { mkdirSync, writeFileSync } from 'node:fs';
      mkdirSync(process.argv[5]);
      writeFileSync(process.argv[5] + '/result.json', '{}');`;
    expect(smokeTest(other).stderr).toContain('another result than the sources');
  });
});

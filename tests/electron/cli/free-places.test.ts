import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, runCli, temporaryFolder } from '#tests/support/cli.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { systemMissing } from '#tests/support/systems.ts';

const MILLS = 150;
/** Some forty are open in a program that does nothing yet. */
const OPEN_FILES = 90;
const ARGS = ['mills', '--out', 'all', '--as-of', '2026-11-24', '--lang', 'en', '--formats', 'json'];

describe.skipIf(systemMissing('linux') !== null)('outputs of an earlier run', () => {
  it('are known again, however many there are and however few files may be open', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'mills'));
    for (let i = 0; i < MILLS; i += 1)
      writeFileSync(
        join(folder, 'mills', `${i}.json`),
        JSON.stringify(dossierJson({ id: `mill-${i}`, name: `${i}厂` })),
      );
    expect(runCli(ARGS, folder).exit).toBe(0);
    const launch = join(PROJECT, 'electron', 'cli', 'launch.mjs');
    const line = `ulimit -n ${OPEN_FILES}; exec "$0" "$@"`;
    const again = spawnSync('sh', ['-c', line, process.execPath, launch, ...ARGS], { cwd: folder, encoding: 'utf8' });
    expect({ exit: again.status, stderr: again.stderr }).toEqual({ exit: 0, stderr: '' });
  }, 60_000);
});

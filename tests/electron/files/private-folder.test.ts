import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepPrivate } from '#electron/host/files/private-folder.ts';
import { temporaryFolder } from '#tests/support/cli.ts';
import { systemMissing } from '#tests/support/systems.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe.skipIf(systemMissing('posix') !== null)('a private folder', () => {
  it('is its owner’s alone from its first moment, as are those made on the way to it', async () => {
    const way = join(temporaryFolder(), 'a');
    await keepPrivate(join(way, 'b'));
    expect([modeOf(way), modeOf(join(way, 'b'))]).toEqual([0o700, 0o700]);
  });

  it('takes the rights of others and leaves those of its owner', async () => {
    const folder = temporaryFolder();
    const within = join(folder, 'sub');
    mkdirSync(within);
    const files = { plain: [0o644, 0o600], program: [0o755, 0o700], 'read only': [0o444, 0o400] } as const;
    for (const [name, [mode]] of Object.entries(files)) {
      writeFileSync(join(within, name), '');
      chmodSync(join(within, name), mode);
    }
    chmodSync(within, 0o755);
    chmodSync(folder, 0o755);
    await keepPrivate(folder);
    expect([modeOf(folder), modeOf(within)]).toEqual([0o700, 0o700]);
    for (const [name, [, wanted]] of Object.entries(files)) expect(modeOf(join(within, name)), name).toBe(wanted);
  });

  it('leaves what a link leads to', async () => {
    const folder = temporaryFolder();
    const outside = join(temporaryFolder(), 'outside');
    writeFileSync(outside, '');
    chmodSync(outside, 0o644);
    symlinkSync(outside, join(folder, 'link'));
    await keepPrivate(folder);
    expect(modeOf(outside)).toBe(0o644);
  });
});

import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepPrivate } from '#electron/host/files/private-folder.ts';
import { temporaryFolder } from '#tests/support/cli.ts';
import { systemMissing } from '#tests/support/systems.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

const fileWith = (path: string, mode: number): string => {
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
};

const folderWith = (path: string, mode: number): string => {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
  return path;
};

describe.skipIf(systemMissing('posix') !== null)('a private folder', () => {
  it('is its owner’s alone from its first moment, as are those made on the way to it', async () => {
    const way = join(temporaryFolder(), 'a');
    await keepPrivate(join(way, 'b'));
    expect([modeOf(way), modeOf(join(way, 'b'))]).toEqual([0o700, 0o700]);
  });

  it('takes the rights of others from what the program made and leaves those of its owner', async () => {
    const folder = folderWith(temporaryFolder(), 0o755);
    fileWith(join(folder, '.DS_Store'), 0o644);
    const within = folderWith(join(folder, '佐证', 'ab'), 0o755);
    const modes = { plain: [0o644, 0o600], program: [0o755, 0o700], 'read only': [0o444, 0o400] } as const;
    for (const [name, [mode]] of Object.entries(modes)) fileWith(join(within, name), mode);
    const key = fileWith(join(folder, 'signing-key.pem'), 0o644);
    await keepPrivate(folder);
    expect([folder, join(folder, '佐证'), within].map(modeOf)).toEqual([0o700, 0o700, 0o700]);
    expect(modeOf(key)).toBe(0o600);
    for (const [name, [, wanted]] of Object.entries(modes)) expect(modeOf(join(within, name)), name).toBe(wanted);
  });

  it('touches nothing else in a folder that holds other things too, such as a whole home', async () => {
    const home = folderWith(temporaryFolder(), 0o755);
    const others = [
      fileWith(join(home, 'letter'), 0o644),
      folderWith(join(home, 'public'), 0o755),
      fileWith(join(home, 'public', 'page'), 0o644),
    ];
    const before = others.map(modeOf);
    const own = folderWith(join(home, '自动备份'), 0o755);
    const copy = fileWith(join(own, 'copy'), 0o644);
    await keepPrivate(home);
    expect([home, ...others].map(modeOf)).toEqual([0o755, ...before]);
    expect([own, copy].map(modeOf)).toEqual([0o700, 0o600]);
  });

  it('does not look through a folder of the program that nobody else can enter', async () => {
    const folder = folderWith(temporaryFolder(), 0o700);
    const own = folderWith(join(folder, '佐证'), 0o700);
    const file = fileWith(join(own, 'file'), 0o644);
    await keepPrivate(folder);
    expect(modeOf(file)).toBe(0o644);
  });

  it.each(['link', '佐证'])('leaves what a link called %s leads to', async (name) => {
    const folder = temporaryFolder();
    const outside = folderWith(join(temporaryFolder(), 'outside'), 0o755);
    const file = fileWith(join(outside, 'file'), 0o644);
    symlinkSync(outside, join(folder, name));
    await keepPrivate(folder);
    expect([outside, file].map(modeOf)).toEqual([0o755, 0o644]);
  });
});

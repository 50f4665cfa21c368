import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { safeFileName } from '#electron/contract/safe-file-name.ts';
import { whileHeld } from '#electron/host/files/while-held.ts';
import { writeAtomically } from '#electron/host/files/write-atomically.ts';
import { systemMissing } from '#tests/support/systems.ts';

const root = mkdtempSync(join(tmpdir(), 'zhizhen-write-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function* parts(last: 'ends' | 'fails') {
  yield Buffer.from('前');
  await Promise.resolve();
  if (last === 'fails') throw new Error('the source broke off');
  yield Buffer.from('后');
}

describe('an atomic write', () => {
  it('takes a stream, and leaves the old file and no other where the stream breaks off', async () => {
    const path = join(root, 'a', '文件.json');
    await writeAtomically(path, parts('ends'));
    expect(readFileSync(path, 'utf8')).toBe('前后');
    await expect(writeAtomically(path, parts('fails'))).rejects.toThrow('broke off');
    expect(readFileSync(path, 'utf8')).toBe('前后');
    expect(readdirSync(join(root, 'a'))).toEqual(['文件.json']);
  });

  it('writes a name of as many bytes as the system takes', async () => {
    const name = `${'织'.repeat(83)}.json`;
    await writeAtomically(join(root, name), '1');
    expect(readdirSync(root)).toContain(name);
  });

  it.skipIf(systemMissing('posix') !== null)('makes file and folders for their owner alone', async () => {
    const before = process.umask(0o022);
    try {
      await writeAtomically(join(root, 'own', 'deep', 'file'), '1');
    } finally {
      process.umask(before);
    }
    const modes = ['own', 'own/deep', 'own/deep/file'].map((path) => statSync(join(root, path)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });

  it('leaves nothing behind where its place is a folder', async () => {
    mkdirSync(join(root, 'b', 'taken'), { recursive: true });
    writeFileSync(join(root, 'b', 'taken', 'x'), '');
    await expect(writeAtomically(join(root, 'b', 'taken'), 'x')).rejects.toThrow();
    expect(readdirSync(join(root, 'b'))).toEqual(['taken']);
  });
});

describe('a file that another program holds', () => {
  const failing = (codes: string[]) => () => {
    const code = codes.shift();
    return code === undefined ? Promise.resolve('done') : Promise.reject(Object.assign(new Error(code), { code }));
  };

  it('is tried again while it is held, and not for ever', async () => {
    expect(await whileHeld(failing(['EBUSY', 'EPERM', 'EACCES']), [0, 0, 0])).toBe('done');
    await expect(whileHeld(failing(['EBUSY', 'EBUSY', 'EBUSY']), [0, 0])).rejects.toThrow('EBUSY');
  });

  it('is given up at once for any other reason', async () => {
    const codes = ['ENOSPC', 'ENOSPC'];
    await expect(whileHeld(failing(codes), [0, 0])).rejects.toThrow('ENOSPC');
    expect(codes).toHaveLength(1);
  });
});

describe('a file name', () => {
  it.each([
    ['滨州某某纺织有限公司-诊断报告.pdf', '滨州某某纺织有限公司-诊断报告.pdf'],
    ['a/b:c*?.json', 'a b c.json'],
    ['  . 名 . ', '名'],
    ['CON.pdf', '_CON.pdf'],
    ['...', 'zhizhen'],
    ['???.pdf', 'zhizhen.pdf'],
  ])('%s becomes %s', (given, made) => expect(safeFileName(given)).toBe(made));

  it('keeps its extension and stays within what systems take, however long', () => {
    for (const letter of ['织', 'x', '𠮷', '👩‍🏭']) {
      const name = safeFileName(`${letter.repeat(300)}.zhizhen`);
      expect(name.endsWith('.zhizhen')).toBe(true);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(220);
      expect(name.isWellFormed()).toBe(true);
    }
  });
});

import { hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyOf, newLock } from '#electron/host/hand-over/lock.ts';
import type { Lock } from '#electron/host/hand-over/header.ts';

/** Of the tests of the reference implementation (phc-winner-argon2, test.c, version 0x13): 2 passes over 64 MiB. */
const REFERENCE = '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7';
const expanded = (purpose: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(REFERENCE, 'hex'), '', purpose, 32)).toString('hex');
const LOCK: Lock = {
  kdf: 'argon2id',
  memoryKiB: 65_536,
  passes: 2,
  lanes: 1,
  salt: Buffer.from('somesalt').toString('hex'),
  nonce: '00'.repeat(7),
  check: expanded('zhizhen check'),
};

describe('the key of a lock', () => {
  it('comes of argon2id as others compute it', async () => {
    expect((await keyOf(LOCK, 'password')).toString('hex')).toBe(expanded('zhizhen chunks'));
  });

  it('is had by no other passphrase, and not by one of no signs', async () => {
    await expect(keyOf(LOCK, 'Password')).rejects.toMatchObject({ trouble: 'wrong-passphrase' });
    await expect(keyOf(LOCK, '')).rejects.toMatchObject({ trouble: 'passphrase-needed' });
  });

  it('is the same however the passphrase is composed', async () => {
    const { lock, key } = await newLock({ memoryKiB: 64, passes: 1, lanes: 1 }, 'caf\u00e9');
    expect(await keyOf(lock, 'cafe\u0301')).toEqual(key);
  });
});

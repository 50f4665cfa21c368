import { createCipheriv, createDecipheriv } from 'node:crypto';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import type { Lock } from './envelope.ts';
import { PackageTrouble } from './trouble.ts';

const TAG_BYTES = 16;

/** Measured 1.4–1.6 s on one core of a small server; 64 MiB keeps graphics cards from guessing cheaply. */
export const LOCK_COST = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const;

/** AES-256-GCM under a key from the passphrase; the header is bound to the text, so that neither can be exchanged. */
export async function locked(plain: Buffer, headerBytes: Buffer, lock: Lock, passphrase: string): Promise<Buffer> {
  const cipher = createCipheriv('aes-256-gcm', await keyOf(lock, passphrase), Buffer.from(lock.nonce, 'hex'));
  cipher.setAAD(headerBytes);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws PackageTrouble where the passphrase is another one. */
export async function unlocked(body: Buffer, headerBytes: Buffer, lock: Lock, passphrase: string): Promise<Buffer> {
  if (body.length < TAG_BYTES) throw new PackageTrouble('damaged');
  const cipher = createDecipheriv('aes-256-gcm', await keyOf(lock, passphrase), Buffer.from(lock.nonce, 'hex'));
  cipher.setAAD(headerBytes);
  cipher.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([cipher.update(body.subarray(0, -TAG_BYTES)), cipher.final()]);
  } catch {
    throw new PackageTrouble('wrong-passphrase');
  }
}

/** The same passphrase typed on another keyboard may be composed otherwise. */
function keyOf({ memoryKiB, passes, lanes, salt }: Lock, passphrase: string): Promise<Uint8Array> {
  return argon2idAsync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), {
    m: memoryKiB,
    t: passes,
    p: lanes,
    dkLen: 32,
  });
}

import { hkdfSync, randomBytes } from 'node:crypto';
import type { Lock } from './header.ts';
import { PackageTrouble } from './trouble.ts';

const DERIVED_BYTES = 32;

export interface LockCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** RFC 9106, section 4, second recommendation, but in one lane, as one thread computes it: half a second of a small server. */
export const LOCK_COST: LockCost = { memoryKiB: 65_536, passes: 3, lanes: 1 };

/** A lock of its own for each package, with the key that goes with it. */
export async function newLock(cost: LockCost, passphrase: string): Promise<{ lock: Lock; key: Buffer }> {
  const salt = randomBytes(16).toString('hex');
  const { key, check } = await derived({ ...cost, salt }, passphrase);
  const nonce = randomBytes(7).toString('hex');
  return { lock: { kdf: 'argon2id', ...cost, salt, nonce, check }, key };
}

/** The key of a lock. @throws PackageTrouble where the passphrase is another one. */
export async function keyOf(lock: Lock, passphrase: string): Promise<Buffer> {
  if (passphrase === '') throw new PackageTrouble('passphrase-needed');
  const { key, check } = await derived(lock, passphrase);
  if (check !== lock.check) throw new PackageTrouble('wrong-passphrase');
  return key;
}

/** The same passphrase typed on another keyboard may be composed otherwise. */
async function derived(
  { memoryKiB, passes, lanes, salt }: LockCost & { readonly salt: string },
  passphrase: string,
): Promise<{ key: Buffer; check: string }> {
  const { default: hashes } = await import('hash-wasm');
  const secret = await hashes.argon2id({
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(salt, 'hex'),
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: DERIVED_BYTES,
    outputType: 'binary',
  });
  const expanded = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, DERIVED_BYTES));
  return { key: expanded('zhizhen chunks'), check: expanded('zhizhen check').toString('hex') };
}

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sha256Of } from '../files/sha256.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { PackageTrouble } from './trouble.ts';

/**
 * The specialist's own key, made on first use; only its owner can read the file. @throws PackageTrouble where the file is
 * no key: another one in its place would give the specialist another fingerprint unasked.
 */
export async function signingKey(path: string): Promise<KeyObject> {
  const kept = await keptKey(path);
  if (kept !== null) return kept;
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeAtomically(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return privateKey;
}

/** The public half of the key of this computer; null where it has none yet, or none that can be read. */
export async function ownSigner(path: string): Promise<string | null> {
  const kept = await keptKey(path).catch(() => null);
  return kept === null ? null : signerOf(kept);
}

async function keptKey(path: string): Promise<KeyObject | null> {
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return kept === null ? null : readKey(kept);
}

/** The public half as DER, in hexadecimal. */
export function signerOf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('hex');
}

/** What people compare on the phone: sixteen hexadecimal digits in fours. */
export function fingerprintOf(signer: string): string {
  const digits = sha256Of(Buffer.from(signer, 'hex')).slice(0, 16);
  return digits.match(/.{4}/g)?.join(' ') ?? '';
}

function readKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    throw new PackageTrouble('key-damaged');
  }
  throw new PackageTrouble('key-damaged');
}

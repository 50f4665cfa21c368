import { open } from 'node:fs/promises';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { envelopeOf } from './envelope.ts';
import type { Header, Lock } from './header.ts';
import { unsealed } from './sealed-chunks.ts';
import { zipIn, type TakeEvidence, type ZipIn } from './zip-in.ts';

/** The file that was read; another one has other sums. */
export interface FileState {
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  /** SHA-256 over all that is signed. */
  readonly sha256: Sha256;
}

export interface ReadPackage extends ZipIn {
  readonly header: Header;
  /** Null for a package that anyone can read. */
  readonly key: Buffer | null;
  readonly file: FileState;
}

/**
 * Reads a package once: every chunk, every hash and the signature are checked, and no more than manifest and dossier are
 * held. @throws PackageTrouble
 */
export async function readPackage(
  path: string,
  unlock: (lock: Lock) => Promise<Buffer>,
  take: TakeEvidence,
): Promise<ReadPackage> {
  const file = await open(path, 'r');
  try {
    const { size, mtimeMs } = await file.stat();
    const { header, headerBytes, body, signedHash } = await envelopeOf(file, size);
    const { lock } = header;
    const key = lock === null ? null : await unlock(lock);
    const isOpen = lock === null || key === null;
    const zip = isOpen ? body : unsealed(body, { key, noncePrefix: lock.nonce, headerBytes });
    const contents = await zipIn(zip, take);
    return { ...contents, header, key, file: { bytes: size, changedAt: mtimeMs, sha256: await signedHash() } };
  } finally {
    await file.close();
  }
}

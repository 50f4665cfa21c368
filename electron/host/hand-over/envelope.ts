import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { PACKAGE_START, startsPackage } from '../../contract/package-start.ts';
import { sha256Of } from '../files/sha256.ts';
import { LONGEST_HEADER, readHeader, type Header } from './header.ts';
import { MOST_PACKAGE } from './limits.ts';
import { placedIn, type PlacedBytes } from './placed-bytes.ts';
import { PackageTrouble } from './trouble.ts';

const LENGTH_BYTES = 4;
const START = PACKAGE_START.length + LENGTH_BYTES;
/** Bytes before the body. */
export const LONGEST_HEAD = START + LONGEST_HEADER;

/** What a package begins with: magic, length of the header, header. */
export function headOf(headerBytes: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(headerBytes.length);
  return Buffer.concat([PACKAGE_START, length, headerBytes]);
}

export interface Envelope {
  readonly header: Header;
  /** As it stands in the file: signed, and bound to every chunk of a locked body. */
  readonly head: Buffer;
  /** What comes after the head, as far as it is there. */
  readonly body: PlacedBytes;
}

/** The head of a file of so many bytes, and the way to its body. @throws PackageTrouble */
export async function envelopeOf(file: FileHandle, size: number): Promise<Envelope> {
  const bytes = placedIn(file);
  const start = (await bytes.read(0, Math.min(START, size))) ?? Buffer.alloc(0);
  if (!startsPackage(start)) throw new PackageTrouble('not-a-package');
  if (size > MOST_PACKAGE) throw new PackageTrouble('too-large');
  if (size < START) throw new PackageTrouble('damaged');
  const length = start.readUInt32BE(PACKAGE_START.length);
  if (length > LONGEST_HEADER) throw new PackageTrouble('damaged');
  const headerBytes = await bytes.read(START, length);
  if (headerBytes === null) throw new PackageTrouble('damaged');
  return {
    header: readHeader(headerBytes),
    head: Buffer.concat([start, headerBytes]),
    body: placedIn(file, START + length),
  };
}

/** The proof of who made a package: Ed25519 over its head and its manifest, which names all that it holds. */
export function signatureOf(head: Buffer, manifest: Buffer, key: KeyObject): Buffer {
  return sign(null, Buffer.concat([head, manifest]), key);
}

/** SHA-256 over what is signed, once the signature proved to be that of the signer. @throws PackageTrouble */
export function provenMark({ head, header }: Envelope, manifest: Buffer, signature: Buffer): Sha256 {
  const message = Buffer.concat([head, manifest]);
  if (!isSigned(header, message, signature)) throw new PackageTrouble('damaged');
  return sha256Of(message);
}

function isSigned({ signer }: Header, message: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(signer, 'hex'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature);
  } catch {
    return false;
  }
}

import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { PACKAGE_START, startsPackage } from '../../contract/package-start.ts';
import { LONGEST_HEADER, readHeader, type Header } from './header.ts';
import { MOST_PACKAGE } from './limits.ts';
import { PackageTrouble } from './trouble.ts';

const LENGTH_BYTES = 4;
const SIGNATURE_BYTES = 64;
const START = PACKAGE_START.length + LENGTH_BYTES;
const BYTES_AT_ONCE = 64 * 1024;

/** Bytes of a package around its body. */
export function envelopeBytes(headerBytes: Buffer): number {
  return START + headerBytes.length + SIGNATURE_BYTES;
}

/** A package: magic, length of the header, header, body, and the signature of SHA-256 over all of that. */
export async function* signed(
  headerBytes: Buffer,
  body: AsyncIterable<Uint8Array>,
  key: KeyObject,
): AsyncGenerator<Uint8Array> {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(headerBytes.length);
  const head = Buffer.concat([PACKAGE_START, length, headerBytes]);
  const hash = createHash('sha256').update(head);
  yield head;
  for await (const piece of body) {
    hash.update(piece);
    yield piece;
  }
  yield sign(null, hash.digest(), key);
}

export interface Envelope {
  readonly header: Header;
  /** The header as it stands in the file: bound to every chunk of a locked body. */
  readonly headerBytes: Buffer;
  /** To be read once, to its end. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Once the body was read: SHA-256 over all that is signed. @throws PackageTrouble where the signature is another's. */
  readonly signedHash: () => Promise<Sha256>;
}

/** A file of so many bytes taken apart without holding it. @throws PackageTrouble */
export async function envelopeOf(file: FileHandle, size: number): Promise<Envelope> {
  const head = await bytesAt(file, 0, Math.min(START, size));
  if (!startsPackage(head)) throw new PackageTrouble('not-a-package');
  if (size > MOST_PACKAGE) throw new PackageTrouble('too-large');
  if (size < START) throw new PackageTrouble('damaged');
  const length = head.readUInt32BE(PACKAGE_START.length);
  const end = size - SIGNATURE_BYTES;
  if (length > LONGEST_HEADER || START + length > end) throw new PackageTrouble('damaged');
  const headerBytes = await bytesAt(file, START, length);
  const header = readHeader(headerBytes);
  const hash = createHash('sha256').update(head).update(headerBytes);
  async function* body() {
    for (let at = START + length; at < end; at += BYTES_AT_ONCE) {
      const piece = await bytesAt(file, at, Math.min(BYTES_AT_ONCE, end - at));
      hash.update(piece);
      yield piece;
    }
  }
  const signedHash = async () => {
    const digest = hash.digest();
    if (!isSigned(header, digest, await bytesAt(file, end, SIGNATURE_BYTES))) throw new PackageTrouble('damaged');
    return digest.toString('hex');
  };
  return { header, headerBytes, body: body(), signedHash };
}

/** A file that ends early was cut while it was read. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let got = 0; got < length;) {
    const { bytesRead } = await file.read(bytes, got, length - got, position + got);
    if (bytesRead === 0) throw new PackageTrouble('damaged');
    got += bytesRead;
  }
  return bytes;
}

function isSigned({ signer }: Header, message: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(signer, 'hex'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature);
  } catch {
    return false;
  }
}

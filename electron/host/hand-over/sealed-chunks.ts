import { createCipheriv, createDecipheriv } from 'node:crypto';
import { PackageTrouble } from './trouble.ts';

/** Plain bytes of every chunk but the last. */
export const CHUNK_BYTES = 1024 * 1024;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

export interface Seal {
  readonly key: Buffer;
  /** Seven bytes that no other package has under the same key, in hexadecimal. */
  readonly noncePrefix: string;
  /** Bound to every chunk. */
  readonly headerBytes: Buffer;
}

/** Bytes of so many plain bytes once they are sealed. */
export function sealedBytes(plainBytes: number): number {
  return plainBytes + TAG_BYTES * Math.ceil(plainBytes / CHUNK_BYTES);
}

/**
 * Plain bytes in chunks, each sealed by AES-256-GCM in the manner of STREAM (Hoang, Reyhanitabar, Rogaway and Vizár,
 * 2015): the nonce counts the chunks and marks the last one, so that none can be left out, moved or added.
 */
export async function* sealed(plain: AsyncIterable<Uint8Array>, seal: Seal): AsyncGenerator<Uint8Array> {
  for await (const { bytes, nonce } of chunks(plain, CHUNK_BYTES, seal)) {
    const cipher = createCipheriv(CIPHER, seal.key, nonce).setAAD(seal.headerBytes);
    yield cipher.update(bytes);
    cipher.final();
    yield cipher.getAuthTag();
  }
}

/** The plain bytes again, none before its chunk proved genuine. @throws PackageTrouble */
export async function* unsealed(body: AsyncIterable<Uint8Array>, seal: Seal): AsyncGenerator<Uint8Array> {
  for await (const { bytes, nonce } of chunks(body, CHUNK_BYTES + TAG_BYTES, seal)) {
    const decipher = createDecipheriv(CIPHER, seal.key, nonce).setAAD(seal.headerBytes);
    if (bytes.length <= TAG_BYTES) throw new PackageTrouble('damaged');
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = decipher.update(bytes.subarray(0, -TAG_BYTES));
    try {
      decipher.final();
    } catch {
      throw new PackageTrouble('damaged');
    }
    yield plain;
  }
}

interface Chunk {
  readonly bytes: Buffer;
  readonly nonce: Buffer;
}

/** A stream cut in pieces of one size, the last one shorter or as long; a piece is last when nothing comes after it. */
async function* chunks(stream: AsyncIterable<Uint8Array>, size: number, seal: Seal): AsyncGenerator<Chunk> {
  let count = 0;
  let filled = 0;
  // One for all, as each is sealed or unsealed into another before the next is read.
  const chunk = Buffer.allocUnsafe(size);
  const nonceOf = (isLast: boolean) => {
    const nonce = Buffer.from(`${seal.noncePrefix}00000000${isLast ? '01' : '00'}`, 'hex');
    nonce.writeUInt32BE(count, nonce.length - 5);
    return nonce;
  };
  for await (const piece of stream)
    for (let at = 0; at < piece.length;) {
      if (filled === size) {
        yield { bytes: chunk, nonce: nonceOf(false) };
        count += 1;
        filled = 0;
      }
      const part = piece.subarray(at, at + size - filled);
      chunk.set(part, filled);
      filled += part.length;
      at += part.length;
    }
  if (filled > 0) yield { bytes: chunk.subarray(0, filled), nonce: nonceOf(true) };
}

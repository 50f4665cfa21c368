import { createCipheriv, createDecipheriv } from 'node:crypto';
import { CHUNK_BYTES } from './limits.ts';
import type { PlacedBytes } from './placed-bytes.ts';

const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

export interface Seal {
  readonly key: Buffer;
  /** Seven bytes that no other package has under the same key, in hexadecimal. */
  readonly noncePrefix: string;
  /** Bound to every chunk. */
  readonly head: Buffer;
  /** Plain bytes of all chunks together, by which the last one is known. */
  readonly plainBytes: number;
}

/** Bytes of so many plain bytes once they are sealed. */
export function sealedBytes(plainBytes: number): number {
  return plainBytes + TAG_BYTES * Math.ceil(plainBytes / CHUNK_BYTES);
}

/**
 * Plain bytes in chunks, each sealed by AES-256-GCM in the manner of STREAM (Hoang, Reyhanitabar, Rogaway and Vizár,
 * 2015): the nonce counts the chunks and marks the last one, so that none passes for another and none is missed.
 */
export async function* sealed(plain: AsyncIterable<Uint8Array>, seal: Seal): AsyncGenerator<Uint8Array> {
  let number = 0;
  for await (const bytes of chunks(plain)) {
    const cipher = createCipheriv(CIPHER, seal.key, nonceOf(number, seal)).setAAD(seal.head);
    yield cipher.update(bytes);
    cipher.final();
    yield cipher.getAuthTag();
    number += 1;
  }
}

/** The plain bytes again, none whose chunk did not prove genuine at its place. */
export function unsealed(body: PlacedBytes, seal: Seal): PlacedBytes {
  let held: { readonly number: number; readonly plain: Buffer | null } | null = null;
  const plainOf = async (number: number) => {
    if (held?.number !== number) held = { number, plain: await openedChunk(body, number, seal) };
    return held.plain;
  };
  return {
    read: async (at, length) => {
      if (at + length > seal.plainBytes) return null;
      const parts: Buffer[] = [];
      for (let from = at; from < at + length;) {
        const offset = from % CHUNK_BYTES;
        const plain = await plainOf((from - offset) / CHUNK_BYTES);
        if (plain === null) return null;
        const part = plain.subarray(offset, offset + at + length - from);
        parts.push(part);
        from += part.length;
      }
      return Buffer.concat(parts);
    },
  };
}

async function openedChunk(body: PlacedBytes, number: number, seal: Seal): Promise<Buffer | null> {
  const plainBytes = Math.min(CHUNK_BYTES, seal.plainBytes - number * CHUNK_BYTES);
  const bytes = await body.read(number * (CHUNK_BYTES + TAG_BYTES), plainBytes + TAG_BYTES);
  if (bytes === null) return null;
  const decipher = createDecipheriv(CIPHER, seal.key, nonceOf(number, seal)).setAAD(seal.head);
  decipher.setAuthTag(bytes.subarray(plainBytes));
  const plain = decipher.update(bytes.subarray(0, plainBytes));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return plain;
}

function nonceOf(number: number, { noncePrefix, plainBytes }: Seal): Buffer {
  const isLast = number === Math.ceil(plainBytes / CHUNK_BYTES) - 1;
  const nonce = Buffer.from(`${noncePrefix}00000000${isLast ? '01' : '00'}`, 'hex');
  nonce.writeUInt32BE(number, nonce.length - 5);
  return nonce;
}

/** A stream cut in pieces of one size, the last one shorter or as long. */
async function* chunks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let filled = 0;
  // One for all, as each is sealed into another before the next is read.
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for await (const piece of stream)
    for (let at = 0; at < piece.length;) {
      if (filled === CHUNK_BYTES) {
        yield chunk;
        filled = 0;
      }
      const part = piece.subarray(at, at + CHUNK_BYTES - filled);
      chunk.set(part, filled);
      filled += part.length;
      at += part.length;
    }
  if (filled > 0) yield chunk.subarray(0, filled);
}

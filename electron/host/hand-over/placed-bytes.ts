import type { FileHandle } from 'node:fs/promises';
import { EvidenceDamaged } from '../files/evidence-damaged.ts';
import { CHUNK_BYTES } from './limits.ts';

/** Bytes that are read by their place, so that what is damaged takes nothing else along. */
export interface PlacedBytes {
  /** Null where one of them is gone, cannot be read or is not what was written. */
  readonly read: (at: number, length: number) => Promise<Buffer | null>;
}

/** The bytes of a file from a place on; a sector that the medium no longer gives is gone. */
export function placedIn(file: FileHandle, start = 0): PlacedBytes {
  return {
    read: async (at, length) => {
      const bytes = Buffer.allocUnsafe(length);
      for (let got = 0; got < length;) {
        const bytesRead = await readInto(file, bytes, got, start + at + got);
        if (bytesRead === 0) return null;
        got += bytesRead;
      }
      return bytes;
    },
  };
}

/** So many bytes from a place on as a stream. @throws EvidenceDamaged at the first that are not there. */
export async function* streamOf(bytes: PlacedBytes, at: number, length: number): AsyncGenerator<Uint8Array> {
  const end = at + length;
  for (let from = at; from < end;) {
    // In step with the chunks of a locked package, none of which is then opened twice.
    const to = Math.min(end, from - (from % CHUNK_BYTES) + CHUNK_BYTES);
    const piece = await bytes.read(from, to - from);
    if (piece === null) throw new EvidenceDamaged();
    yield piece;
    from = to;
  }
}

async function readInto(file: FileHandle, into: Buffer, offset: number, position: number): Promise<number> {
  try {
    return (await file.read(into, offset, into.length - offset, position)).bytesRead;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return 0;
    throw error;
  }
}

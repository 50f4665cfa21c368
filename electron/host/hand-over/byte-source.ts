import { PackageTrouble } from './trouble.ts';

/** A stream read by lengths; one that ends early is damaged. */
export interface ByteSource {
  /** The next bytes, at least one and so many at most. @throws PackageTrouble at the end. */
  readonly upTo: (most: number) => Promise<Uint8Array>;
  /** @throws PackageTrouble where fewer are left. */
  readonly exactly: (length: number) => Promise<Buffer>;
  readonly isSpent: () => Promise<boolean>;
}

/** Reads a stream; whoever made it closes what it reads from. */
export function byteSource(stream: AsyncIterable<Uint8Array>): ByteSource {
  const pieces = stream[Symbol.asyncIterator]();
  let piece: Uint8Array = new Uint8Array();
  const isSpent = async () => {
    while (piece.length === 0) {
      const next = await pieces.next();
      if (next.done === true) return true;
      piece = next.value;
    }
    return false;
  };
  const upTo = async (most: number) => {
    if (await isSpent()) throw new PackageTrouble('damaged');
    const part = piece.subarray(0, most);
    piece = piece.subarray(part.length);
    return part;
  };
  const exactly = async (length: number) => {
    const bytes = Buffer.alloc(length);
    for (let got = 0; got < length;) {
      const part = await upTo(length - got);
      bytes.set(part, got);
      got += part.length;
    }
    return bytes;
  };
  return { upTo, exactly, isSpent };
}

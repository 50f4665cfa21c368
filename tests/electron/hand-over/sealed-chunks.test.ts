import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES, sealed, sealedBytes, unsealed, type Seal } from '#electron/host/hand-over/sealed-chunks.ts';
import { collected, inPieces } from './laptops.ts';

const SEALED = CHUNK_BYTES + 16;
const SEAL: Seal = { key: randomBytes(32), noncePrefix: '00112233445566', headerBytes: Buffer.from('{}') };
const PLAIN = randomBytes(2 * CHUNK_BYTES + 7);

async function chunksOf(plain: Buffer): Promise<Buffer[]> {
  const body = await collected(sealed(inPieces(plain, 300_000), SEAL));
  expect(body.length).toBe(sealedBytes(plain.length));
  return Array.from({ length: Math.ceil(body.length / SEALED) }, (_, i) => body.subarray(i * SEALED, (i + 1) * SEALED));
}

/** What came out before it ended, and how it ended. */
async function unsealing(chunks: readonly (Buffer | undefined)[], seal = SEAL) {
  const pieces: Uint8Array[] = [];
  const body = Buffer.concat(chunks.filter((chunk) => chunk !== undefined));
  try {
    for await (const piece of unsealed(inPieces(body, 300_000), seal)) pieces.push(piece);
    return { plain: Buffer.concat(pieces), end: 'done' };
  } catch (error) {
    return { plain: Buffer.concat(pieces), end: error instanceof Error ? error.message : '' };
  }
}

const flipped = (chunk: Buffer | undefined) => Buffer.from(chunk ?? []).map((byte) => byte ^ 1) as Buffer;

describe('sealed chunks', () => {
  it.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, PLAIN.length])(
    'give %i bytes back',
    async (length) => {
      const plain = PLAIN.subarray(0, length);
      const { plain: back, end } = await unsealing(await chunksOf(plain));
      expect(end).toBe('done');
      expect(back.equals(plain)).toBe(true);
    },
  );

  it.each<[string, number, (chunks: Buffer[]) => (Buffer | undefined)[]]>([
    ['the first two exchanged', 0, ([a, b, c]) => [b, a, c]],
    ['the last two exchanged', 1, ([a, b, c]) => [a, c, b]],
    ['the first dropped', 0, ([, b, c]) => [b, c]],
    ['one in the middle dropped', 1, ([a, , c]) => [a, c]],
    ['the last dropped', 1, ([a, b]) => [a, b]],
    ['the first doubled', 1, ([a, b, c]) => [a, a, b, c]],
    ['the last doubled', 2, ([a, b, c]) => [a, b, c, c]],
    ['the last cut', 2, ([a, b, c]) => [a, b, c?.subarray(0, -1)]],
    ['the last cut to a tag', 2, ([a, b, c]) => [a, b, c?.subarray(-16)]],
    ['the last cut to less', 2, ([a, b, c]) => [a, b, c?.subarray(0, 3)]],
    ['a tag cut off in the middle', 1, ([a, b, c]) => [a, b?.subarray(0, -16), c]],
    ['bits changed in the first', 0, ([a, b, c]) => [flipped(a), b, c]],
    ['bits changed in the last', 2, ([a, b, c]) => [a, b, flipped(c)]],
  ])('give nothing from the fault on: %s', async (_, genuine, change) => {
    const { plain, end } = await unsealing(change(await chunksOf(PLAIN)));
    expect(end).toBe('damaged');
    expect(plain.length).toBeLessThanOrEqual(genuine * CHUNK_BYTES);
    expect(plain.equals(PLAIN.subarray(0, plain.length))).toBe(true);
  });

  it('give nothing under another key, another header or another nonce', async () => {
    const chunks = await chunksOf(PLAIN);
    for (const change of [
      { key: randomBytes(32) },
      { headerBytes: Buffer.from('{ }') },
      { noncePrefix: '01112233445566' },
    ])
      expect(await unsealing(chunks, { ...SEAL, ...change })).toEqual({ plain: Buffer.alloc(0), end: 'damaged' });
  });
});

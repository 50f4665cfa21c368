import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PlacedBytes } from '#electron/host/hand-over/placed-bytes.ts';
import { CHUNK_BYTES } from '#electron/host/hand-over/limits.ts';
import { sealed, sealedBytes, unsealed, type Seal } from '#electron/host/hand-over/sealed-chunks.ts';
import { collected, inPieces } from './laptops.ts';

const SEALED = CHUNK_BYTES + 16;
const PLAIN = randomBytes(2 * CHUNK_BYTES + 7);
const SEAL: Seal = {
  key: randomBytes(32),
  noncePrefix: '00112233445566',
  head: Buffer.from('{}'),
  plainBytes: PLAIN.length,
};

async function chunksOf(plain: Buffer, seal = { ...SEAL, plainBytes: plain.length }): Promise<Buffer[]> {
  const body = await collected(sealed(inPieces(plain, 300_000), seal));
  expect(body.length).toBe(sealedBytes(plain.length));
  return Array.from({ length: Math.ceil(body.length / SEALED) }, (_, i) => body.subarray(i * SEALED, (i + 1) * SEALED));
}

const placed = (bytes: Buffer): PlacedBytes => ({
  read: (at, length) => Promise.resolve(at + length > bytes.length ? null : bytes.subarray(at, at + length)),
});

/** Which chunks come out as they went in; none ever comes out otherwise. */
async function genuine(chunks: readonly (Buffer | undefined)[], seal = SEAL): Promise<number[]> {
  const plain = unsealed(placed(Buffer.concat(chunks.filter((chunk) => chunk !== undefined))), seal);
  const numbers: number[] = [];
  for (let number = 0; number * CHUNK_BYTES < seal.plainBytes; number += 1) {
    const at = number * CHUNK_BYTES;
    const bytes = await plain.read(at, Math.min(CHUNK_BYTES, seal.plainBytes - at));
    if (bytes === null) continue;
    expect(bytes.equals(PLAIN.subarray(at, at + bytes.length))).toBe(true);
    numbers.push(number);
  }
  return numbers;
}

const flipped = (chunk: Buffer | undefined) => Buffer.from(chunk ?? []).map((byte) => byte ^ 1) as Buffer;

describe('sealed chunks', () => {
  it.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, PLAIN.length])(
    'give %i bytes back',
    async (length) => {
      const chunks = await chunksOf(PLAIN.subarray(0, length));
      const plain = unsealed(placed(Buffer.concat(chunks)), { ...SEAL, plainBytes: length });
      expect((await plain.read(0, length))?.equals(PLAIN.subarray(0, length))).toBe(true);
      expect(await plain.read(0, length + 1)).toBeNull();
    },
  );

  it('give bytes from any place to any other', async () => {
    const plain = unsealed(placed(Buffer.concat(await chunksOf(PLAIN))), SEAL);
    for (const [at, length] of [
      [0, 0],
      [5, 10],
      [CHUNK_BYTES - 3, 6],
      [CHUNK_BYTES, 1],
      [10, 2 * CHUNK_BYTES - 5],
      [PLAIN.length - 1, 1],
    ] as const)
      expect((await plain.read(at, length))?.equals(PLAIN.subarray(at, at + length)), `${at} ${length}`).toBe(true);
  });

  it.each<[string, number[], (chunks: Buffer[]) => (Buffer | undefined)[]]>([
    ['nothing changed', [0, 1, 2], (chunks) => chunks],
    ['the first two exchanged', [2], ([a, b, c]) => [b, a, c]],
    ['the last two exchanged', [0], ([a, b, c]) => [a, c, b]],
    ['the first dropped', [], ([, b, c]) => [b, c]],
    ['one in the middle dropped', [0], ([a, , c]) => [a, c]],
    ['the last dropped', [0, 1], ([a, b]) => [a, b]],
    ['the first doubled', [0], ([a, b, c]) => [a, a, b, c]],
    ['the last doubled', [0, 1, 2], ([a, b, c]) => [a, b, c, c]],
    ['the last cut', [0, 1], ([a, b, c]) => [a, b, c?.subarray(0, -1)]],
    ['the last cut to a tag', [0, 1], ([a, b, c]) => [a, b, c?.subarray(-16)]],
    ['a tag cut off in the middle', [0], ([a, b, c]) => [a, b?.subarray(0, -16), c]],
    ['bits changed in the first', [1, 2], ([a, b, c]) => [flipped(a), b, c]],
    ['bits changed in the middle', [0, 2], ([a, b, c]) => [a, flipped(b), c]],
    ['bits changed in the last', [0, 1], ([a, b, c]) => [a, b, flipped(c)]],
  ])('give what stands at its place and no other: %s', async (_, expected, change) => {
    expect(await genuine(change(await chunksOf(PLAIN)))).toEqual(expected);
  });

  it('give no last chunk where more is said to follow, and no other where it is said to be the last', async () => {
    const two = await chunksOf(PLAIN.subarray(0, 2 * CHUNK_BYTES));
    expect(await genuine([...two, Buffer.alloc(23)])).toEqual([0]);
    expect(await genuine(await chunksOf(PLAIN), { ...SEAL, plainBytes: 2 * CHUNK_BYTES })).toEqual([0]);
  });

  it('give nothing under another key, another head or another nonce', async () => {
    const chunks = await chunksOf(PLAIN);
    for (const change of [{ key: randomBytes(32) }, { head: Buffer.from('{ }') }, { noncePrefix: '01112233445566' }])
      expect(await genuine(chunks, { ...SEAL, ...change })).toEqual([]);
  });
});

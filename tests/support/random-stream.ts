import { seededRandom } from '#renderer/workers/seeded-random.ts';

/** A stream of numbers 0..1 from a seed of 32 bits, as the window draws them from a hash. */
export function randomStream(seed: number): () => number {
  return seededRandom((seed >>> 0).toString(16).padStart(8, '0'));
}

/** Numbers from 0 to below 1, the same for the same hash (mulberry32 of its first 32 bits). */
export function seededRandom(hash: string): () => number {
  let state = Number.parseInt(hash.slice(0, 8), 16) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

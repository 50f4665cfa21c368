import type { Copy } from './copy-name.ts';

const KEPT_LAST = 10;
const KEPT_DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;
/** A copy smaller than this part of another may be a loss, not a change. */
const MUCH_SMALLER = 0.5;

/**
 * Copies that may go, given newest first: all but the last ten, the last of each of the last thirty days, and the newest
 * one that is much larger than the latest. What is dated ahead of the clock stays.
 */
export function copiesToDrop(copies: readonly Copy[], now: number): Copy[] {
  const [latest] = copies;
  const kept = new Set(copies.slice(0, KEPT_LAST));
  const days = new Set<number>();
  for (const copy of copies) {
    const day = Math.floor(copy.at / DAY_MS);
    if (now - copy.at <= KEPT_DAYS * DAY_MS && !days.has(day)) kept.add(copy);
    days.add(day);
  }
  const larger = copies.find(({ bytes }) => latest !== undefined && latest.bytes < MUCH_SMALLER * bytes);
  if (larger !== undefined) kept.add(larger);
  return copies.filter((copy) => !kept.has(copy));
}

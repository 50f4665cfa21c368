import type { Copy } from './copy-name.ts';

const KEPT_LAST = 10;
const KEPT_DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;
/** A copy smaller by this factor than an older one may be a loss, not a change. */
const LARGER = 1.1;

/**
 * Copies that may go, of whole ones given newest first. What stays: the last ten; the last of each of the last thirty
 * days that have any, so that a wrong clock ages nothing; and every copy that is larger than all that stays of what is
 * newer, so that no loss, sudden or in steps, outlives the copy from before it.
 */
export function copiesToDrop(copies: readonly Copy[]): Copy[] {
  const days = new Set<number>();
  let largest = 0;
  const dropped: Copy[] = [];
  const mostBytes = Math.max(...copies.map(({ bytes }) => bytes));
  copies.forEach((copy, position) => {
    const day = Math.floor(copy.at / DAY_MS);
    const isLastOfDay = !days.has(day) && days.size < KEPT_DAYS;
    const isLarger = copy.bytes > LARGER * largest || (copy.bytes === mostBytes && largest < mostBytes);
    if (position >= KEPT_LAST && !isLastOfDay && !isLarger) {
      dropped.push(copy);
      return;
    }
    days.add(day);
    largest = Math.max(largest, copy.bytes);
  });
  return dropped;
}

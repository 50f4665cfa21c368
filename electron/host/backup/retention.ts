import type { Copy } from './copy-name.ts';

const KEPT_LAST = 10;
const KEPT_DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;
/** A copy smaller by this factor than an older one may be a loss, not a change. */
const LARGER = 1.1;
/** Spans of revisions, each so many times as long as the one before: changes are counted where no clock can be trusted. */
const SPAN_FACTOR = 4;
const KEPT_OF_A_SPAN = 2;

/**
 * Copies that may go, of whole ones given with the latest revision first. What stays: the last ten; the last of each of the
 * last thirty days that the clock has named, in whatever order it named them; the last before each of the latest bounds
 * between 4, 16, 64 … revisions, so that a clock that stands still collapses nothing; and every copy that is larger than
 * all that stays of what is newer, so that no loss, sudden or in steps, outlives the copy from before it.
 */
export function copiesToDrop(copies: readonly Copy[]): Copy[] {
  const days = new Set<number>();
  const spans = spansUpTo(copies[0]?.revision ?? 0);
  let largest = 0;
  const dropped: Copy[] = [];
  const mostBytes = Math.max(...copies.map(({ bytes }) => bytes));
  copies.forEach((copy, position) => {
    const day = Math.floor(copy.at / DAY_MS);
    const isLastOfDay = !days.has(day) && days.size < KEPT_DAYS;
    const isLastOfSpan = spans.some(({ length, seen }) => isNewIn(seen, Math.floor(copy.revision / length)));
    const isLarger = copy.bytes > LARGER * largest || (copy.bytes === mostBytes && largest < mostBytes);
    if (position >= KEPT_LAST && !isLastOfDay && !isLastOfSpan && !isLarger) {
      dropped.push(copy);
      return;
    }
    if (days.size < KEPT_DAYS) days.add(day);
    for (const { length, seen } of spans) if (seen.size < KEPT_OF_A_SPAN) seen.add(Math.floor(copy.revision / length));
    largest = Math.max(largest, copy.bytes);
  });
  return dropped;
}

function isNewIn(seen: ReadonlySet<number>, span: number): boolean {
  return !seen.has(span) && seen.size < KEPT_OF_A_SPAN;
}

function spansUpTo(revision: number): { readonly length: number; readonly seen: Set<number> }[] {
  const spans = [];
  for (let length = SPAN_FACTOR; length <= SPAN_FACTOR * revision; length *= SPAN_FACTOR)
    spans.push({ length, seen: new Set<number>() });
  return spans;
}

import type { Interval } from '../schema/result.ts';

/** A score rounded for showing: half up on one decimal, with the method's tolerance. Never used for a decision. */
export function rounded(value: number): number {
  return (Math.sign(value) * Math.floor(Math.abs(value) * 10 + 0.5 + 1e-9)) / 10;
}

/** A score or its interval as text, `46.2` or `46.2–61.5`; a dash where nothing applies. */
export function shownScore(score: Interval | null): string {
  if (score === null) return '—';
  const low = rounded(score.low).toFixed(1);
  const high = rounded(score.high).toFixed(1);
  return low === high ? low : `${low}–${high}`;
}

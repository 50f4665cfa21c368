import type { Interval } from '../schema/result.ts';

const TOLERANCE = 1e-9;

/** A figure rounded for showing: half up on one decimal, away from zero. Never used for a decision, nor for a score. */
export function rounded(value: number): number {
  return (Math.sign(value) * Math.floor(Math.abs(value) * 10 + 0.5 + TOLERANCE)) / 10;
}

/** A score rounded down on one decimal, so that 39.96 never looks like a level that begins at 40. */
export function roundedDown(score: number): number {
  return Math.floor(score * 10 + TOLERANCE) / 10;
}

/** A distance to a threshold rounded up on one decimal: never shown as 0 while something is missing. */
export function roundedUp(distance: number): number {
  return Math.max(0, Math.ceil(distance * 10 - TOLERANCE) / 10);
}

/** A score or its interval as text, `46.2` or `46.2–61.5`; a dash where nothing applies. */
export function shownScore(score: Interval | null): string {
  if (score === null) return '—';
  const low = roundedDown(score.low).toFixed(1);
  const high = roundedDown(score.high).toFixed(1);
  return low === high ? low : `${low}–${high}`;
}

import { TOLERANCE } from '../indicators/comparison.ts';
import type { Interval } from '../schema/result.ts';

/** A figure as it is shown: half up on so many decimals, away from zero. Never used for a decision, nor for a score. */
export function rounded(value: number, decimals = 1): number {
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + TOLERANCE)) / scale;
}

/** A score rounded down on one decimal, so that 39.96 never looks like a level that begins at 40. */
export function roundedDown(score: number): number {
  return Math.floor(score * 10 + TOLERANCE) / 10;
}

/** A share 0..1 with the digits of a percentage that are shown of it. */
export function shownShare(share: number): number {
  return rounded(share, 3);
}

/** A figure that is no score, as text. */
export function shownFigure(value: number): string {
  return rounded(value).toFixed(1);
}

/** One bound of a score as text: `39.9`. */
export function shownPoints(score: number): string {
  return roundedDown(score).toFixed(1);
}

/** A distance to a threshold as text, rounded up: never shown as 0 while something is missing. */
export function shownDistance(distance: number): string {
  return Math.max(0, Math.ceil(distance * 10 - TOLERANCE) / 10).toFixed(1);
}

/** A score or its interval as text, `46.2` or `46.2–61.5`; a dash where nothing applies. */
export function shownScore(score: Interval | null): string {
  if (score === null) return '—';
  const [low, high] = [shownPoints(score.low), shownPoints(score.high)];
  return low === high ? low : `${low}–${high}`;
}

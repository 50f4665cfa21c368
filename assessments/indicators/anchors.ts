/** Values at 100, 85, 70, 40 and 0 points; rising or falling. */
export type Anchors = readonly [number, number, number, number, number];

const ANCHOR_POINTS = [100, 85, 70, 40, 0] as const;

/** Points by linear interpolation between the anchors, flat outside them. */
export function pointsOnAnchors(value: number, anchors: Anchors): number {
  return interpolate(value, [...anchors], [...ANCHOR_POINTS]);
}

/**
 * Piecewise linear: `points[i]` at `positions[i]`, flat outside. Positions run from best to worst,
 * so they fall where more is better and rise where less is better.
 */
export function interpolate(value: number, positions: readonly number[], points: readonly number[]): number {
  const best = positions[0] ?? 0;
  const worst = positions[positions.length - 1] ?? 0;
  const sign = best >= worst ? 1 : -1;
  if (sign * (value - best) >= 0) return points[0] ?? 0;
  for (let i = 1; i < positions.length; i += 1) {
    const upper = positions[i - 1] ?? 0;
    const lower = positions[i] ?? 0;
    if (sign * (value - lower) >= 0) {
      const high = points[i - 1] ?? 0;
      const low = points[i] ?? 0;
      return low + ((value - lower) / (upper - lower)) * (high - low);
    }
  }
  return points[points.length - 1] ?? 0;
}

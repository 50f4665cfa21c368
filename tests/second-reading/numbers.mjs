const TOLERANCE = 1e-9;

/** Whether a computed number reaches an edge. */
export const reaches = (number, edge) => number >= edge - TOLERANCE;
/** Whether a computed number lies above a band that includes its upper edge. */
export const exceeds = (number, edge) => number > edge + TOLERANCE;

export const UNKNOWN_POINTS = { low: 0, high: 100 };
export const exactly = (points) => ({ low: points, high: points });

/** The weighted mean of `{ weight, score }`, dropped ones (score null) left out; null over no member. */
export function weightedMean(members) {
  const counted = members.filter(({ score }) => score !== null);
  const total = sum(counted.map(({ weight }) => weight));
  if (counted.length === 0 || total === 0) return null;
  return {
    low: sum(counted.map(({ weight, score }) => (weight / total) * score.low)),
    high: sum(counted.map(({ weight, score }) => (weight / total) * score.high)),
  };
}

export function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Points of a value between the anchors for 100, 85, 70, 40 and 0 points, flat outside. */
export function pointsBetweenAnchors(value, anchors) {
  const POINTS = [100, 85, 70, 40, 0];
  const better = anchors[0] < anchors[4] ? (a, b) => a <= b : (a, b) => a >= b;
  if (better(value, anchors[0])) return 100;
  for (let i = 1; i < anchors.length; i += 1) {
    if (!better(value, anchors[i])) continue;
    const part = (value - anchors[i - 1]) / (anchors[i] - anchors[i - 1]);
    return POINTS[i - 1] + part * (POINTS[i] - POINTS[i - 1]);
  }
  return 0;
}

/** 0 at the base, 1 at the lead, linear between, flat outside. */
export function shareBetween(value, base, lead) {
  return Math.min(1, Math.max(0, (value - base) / (lead - base)));
}

/** The highest level whose condition holds, counted from the lowest one; `lowest` where none does. */
export function highestLevel(count, lowest, holds) {
  for (let level = count; level > lowest; level -= 1) if (holds(level)) return level;
  return lowest;
}

/** The trace line of a question or KPI. */
export function traceLine(question, points, weight) {
  return {
    question,
    points,
    weight,
    contribution: { low: weight * points.low, high: weight * points.high },
  };
}

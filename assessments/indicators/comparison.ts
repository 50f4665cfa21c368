/** What two computed numbers may differ by and still be one. */
export const TOLERANCE = 1e-9;

/** Every comparison of a computed number with a threshold: `x >= t - 1e-9` (docs/method.md). */
export function reaches(value: number, threshold: number): boolean {
  return value >= threshold - TOLERANCE;
}

/** Whether a computed number lies above an upper-inclusive edge: `x > t + 1e-9`. */
export function exceeds(value: number, edge: number): boolean {
  return value > edge + TOLERANCE;
}

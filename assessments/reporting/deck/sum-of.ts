import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { rounded } from '../../scoring/shown-number.ts';

/** The sum of lines as shown. */
export function sumOf(entries: readonly PlannedMeasure[], of: (entry: PlannedMeasure) => number): number {
  return rounded(entries.reduce((sum, entry) => sum + of(entry), 0));
}

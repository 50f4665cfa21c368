import { pointsOnAnchors, type Anchors } from './anchors.ts';
import type { StandardOutput } from './standard-output.ts';
import type { AnchorRow, Kpi } from '../schema/pack.ts';

/** A KPI of one mill in one year. `value` and `anchors` share a unit; for several product classes both are totals of the mill. */
export type Reading = KnownReading | { readonly state: 'unknown' | 'not-applicable' };

export interface KnownReading {
  readonly state: 'known';
  readonly value: number;
  readonly points: number;
  readonly anchors: Anchors;
}

export const UNKNOWN: Reading = { state: 'unknown' };
export const NOT_APPLICABLE: Reading = { state: 'not-applicable' };

/** A reading on one anchor row; unknown where the value is null. */
export function readOn(kpi: Kpi, value: number | null, key: AnchorRow['key'] = 'all'): Reading {
  const row = kpi.anchors.find((candidate) => candidate.key === key);
  if (value === null || row === undefined) return UNKNOWN;
  return { state: 'known', value, points: pointsOnAnchors(value, row.values), anchors: row.values };
}

/**
 * A reading of a total (water or energy of the mill) against what its product classes allow together:
 * allowed(a) = sum over lines of standard output times the class's anchor at a.
 */
export function readTotal(kpi: Kpi, total: number | null, output: StandardOutput): Reading {
  if (output.kind === 'only-other') return NOT_APPLICABLE;
  if (output.kind !== 'known' || total === null) return UNKNOWN;
  const anchors = allowed(kpi, output);
  if (anchors === null || anchors[0] === 0) return UNKNOWN;
  return { state: 'known', value: total, points: pointsOnAnchors(total, anchors), anchors };
}

function allowed(kpi: Kpi, output: StandardOutput & { kind: 'known' }): Anchors | null {
  const sums: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const line of output.lines) {
    const row = kpi.anchors.find((candidate) => candidate.key === line.class);
    if (row === undefined) return null;
    row.values.forEach((anchor, i) => {
      sums[i] = (sums[i] ?? 0) + line.quantity * anchor;
    });
  }
  return sums;
}

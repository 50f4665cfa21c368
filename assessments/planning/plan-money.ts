import { needsVerification } from '../schema/marks.ts';
import type { Range } from '../schema/measure.ts';
import type { Phase } from '../schema/plan.ts';
import type { PlannedMeasure } from './planned-measures.ts';

/** Money of a plan in 10k yuan, and which share of it (0..1) rests on our own estimates. */
export function moneyOf(planned: readonly PlannedMeasure[]): { readonly cost: Range; readonly estimatedShare: number } {
  const sum = (of: (entry: PlannedMeasure) => number) => planned.reduce((total, entry) => total + of(entry), 0);
  const cost = {
    low: sum((entry) => entry.cost.low),
    planned: sum((entry) => entry.cost.planned),
    high: sum((entry) => entry.cost.high),
  };
  const estimated = sum((entry) => (isEstimate(entry) ? entry.cost.planned : 0));
  return { cost, estimatedShare: cost.planned === 0 ? 0 : estimated / cost.planned };
}

/** Whether the cost is an estimate of the catalogue, neither sourced nor the mill's own figure. */
export function isEstimate({ item, measure }: PlannedMeasure): boolean {
  return item.costWan === undefined && measure !== null && needsVerification(measure.cost.mark);
}

export function phaseCost(planned: readonly PlannedMeasure[], phase: Phase): number {
  return planned.filter((entry) => entry.item.phase === phase).reduce((sum, entry) => sum + entry.cost.planned, 0);
}

import { PHASE_ENDS, type Phase } from '../schema/plan.ts';
import type { PlannedMeasure } from './planned-measures.ts';

/** Months from the start of the plan. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** `to` if it takes as long as the catalogue fears. */
  readonly latest: number;
}

/** Months from the start of the plan to the start of a phase. */
export function phaseStart(phase: Phase): number {
  return PHASE_ENDS[phase - 2] ?? 0;
}

export function phaseEnd(phase: Phase): number {
  return PHASE_ENDS[phase - 1] ?? PHASE_ENDS[2];
}

/**
 * When each measure runs: from the start of its phase or the end of what it requires, sooner where it would not be done
 * by the end of its phase. Days that the enterprise gave come first; one of its own without days takes its whole phase.
 */
export function spansOf(planned: readonly PlannedMeasure[], startOn: string): ReadonlyMap<string, Span> {
  const byId = new Map(planned.map((entry) => [entry.item.id, entry]));
  const spans = new Map<string, Span>();
  const visit = (entry: PlannedMeasure): Span => {
    const known = spans.get(entry.item.id);
    if (known !== undefined) return known;
    const before = entry.requires.flatMap((id) => byId.get(id) ?? []);
    const span = spanOf(entry, Math.max(0, ...before.map((needed) => visit(needed).to)), startOn);
    spans.set(entry.item.id, span);
    return span;
  };
  planned.forEach(visit);
  return spans;
}

function spanOf({ item, measure }: PlannedMeasure, ready: number, startOn: string): Span {
  const end = phaseEnd(item.phase);
  const range = measure?.months.range ?? null;
  const planned = range?.planned ?? end - phaseStart(item.phase);
  const inPhase = Math.max(ready, phaseStart(item.phase));
  const computed = inPhase + planned <= end ? inPhase : Math.max(ready, end - planned);
  const from = item.startOn === undefined ? computed : Math.max(0, monthsBetween(startOn, item.startOn));
  const to = item.endOn === undefined ? from + planned : Math.max(from, monthsBetween(startOn, item.endOn));
  return { from, to, latest: item.endOn === undefined ? Math.max(to, from + (range?.high ?? planned)) : to };
}

const DAYS_IN_MONTH = 30;

/** Months from one day to another, YYYY-MM-DD; days count as thirtieths. Negative where the second comes first. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((day) => day.split('-').map(Number));
  const part = (day: readonly number[] | undefined, i: number) => day?.[i] ?? 0;
  return 12 * (part(b, 0) - part(a, 0)) + (part(b, 1) - part(a, 1)) + (part(b, 2) - part(a, 2)) / DAYS_IN_MONTH;
}

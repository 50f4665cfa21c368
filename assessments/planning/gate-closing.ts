import { formOf } from '../forms/forms.ts';
import type { Lift } from '../schema/measure.ts';
import type { Question } from '../schema/pack.ts';

/** Whether a lift meets a gate: it says yes, or reaches the option from which an option gate is met. */
export function meets(question: Question | undefined, { gate, rung }: Lift): boolean {
  if (gate !== undefined) return true;
  return question !== undefined && (rung ?? 0) >= (formOf(question).metFrom(question) ?? Infinity);
}

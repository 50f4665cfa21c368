import type { Question } from '../schema/pack.ts';

/**
 * Minutes that an answer or a figure takes; mark: own estimate, not measured. A question takes reading, comparing rungs and a
 * click; a figure takes finding the ledger, typing and checking the unit.
 */
const MINUTES = {
  question: { ladder: 0.5, numeric: 0.6, option: 0.4, gate: 0.3, tally: 0.6, single: 0.4, multiple: 0.6 },
  fact: 0.5,
  products: 1.5,
} as const;

/** How long an answer takes, in minutes; our own estimate. */
export function minutesOfQuestion({ form }: Pick<Question, 'form'>): number {
  return MINUTES.question[form.kind];
}

/** How long a figure takes, in minutes; lines of products take longer. */
export function minutesOfFact(id: string): number {
  return id === 'output.products' ? MINUTES.products : MINUTES.fact;
}

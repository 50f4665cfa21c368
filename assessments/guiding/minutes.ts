import type { Question } from '../schema/pack.ts';
import minutes from './minutes.json' with { type: 'json' };

/** How long an answer takes, in minutes; our own estimate (minutes.json, mark `estimate`). */
export function minutesOfQuestion({ form }: Pick<Question, 'form'>): number {
  return minutes.question[form.kind];
}

/** How long a figure takes, in minutes; lines of products take longer. */
export function minutesOfFact(id: string): number {
  return id === 'output.products' ? minutes.products : minutes.fact;
}

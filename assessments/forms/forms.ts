import type { Question } from '../schema/pack.ts';
import type { Form, FormKind, Standing } from './form.ts';
import { gate } from './gate.ts';
import { ladder } from './ladder.ts';
import { multiple } from './multiple.ts';
import { numeric } from './numeric.ts';
import { option } from './option.ts';
import { atRung } from './rungs.ts';
import { single } from './single.ts';
import { tally } from './tally.ts';

/** Every form of question by its kind. */
const FORMS: { readonly [K in FormKind]: Form<K> } = { ladder, numeric, option, gate, tally, single, multiple };

/** What is known of the form of a question, which is the first argument of all that it answers. */
export function formOf({ form }: Pick<Question, 'form'>): Form<FormKind> {
  return FORMS[form.kind] as unknown as Form<FormKind>;
}

/** Where a question stands that nothing was said to. */
export const BOTTOM: Standing = atRung(0);

/** Points (0..100) of a question at a standing; the same as an answer there has in the trace. */
export function pointsAt(question: Pick<Question, 'form' | 'options'>, standing: Standing): number {
  const form = formOf(question);
  return (100 * form.worth(question, standing)) / form.maximum(question);
}

export function isHigher(a: Standing, b: Standing): boolean {
  return a.rung > b.rung || a.ticks.size > b.ticks.size;
}

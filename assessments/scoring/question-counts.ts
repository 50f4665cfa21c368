import type { Counts } from '../schema/result.ts';

/**
 * Questions as people count them. `asked` are those that a pack puts to this mill; `applicable` those of them that it did not
 * answer as not applicable, which is what a share of answers is of; `answered` and `unknown` add up to it.
 */
export interface QuestionCounts {
  readonly asked: number;
  readonly applicable: number;
  readonly answered: number;
  readonly notApplicable: number;
  readonly unknown: number;
}

/** The counts of a result, whose `applicable` takes in what was answered as not applicable. */
export function questionCounts({ applicable: asked, answered, notApplicable, unknown }: Counts): QuestionCounts {
  return { asked, applicable: asked - notApplicable, answered, notApplicable, unknown };
}

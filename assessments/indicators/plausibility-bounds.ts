import { z } from 'zod';
import { NumericFactId } from '../schema/facts.ts';
import { LocalizedText } from '../schema/localized-text.ts';
import { Mark } from '../schema/marks.ts';
import { schemaLine } from '../schema/schema-line.ts';
import data from './plausibility.json' with { type: 'json' };

/** A year's output in one unit, over all its product lines. */
const OutputAmount = z.enum(['tonne-of-product', '100m-of-product']);
export type OutputAmount = z.infer<typeof OutputAmount>;

/** What a fact is divided by before it is judged; another fact where it stands to that one in a known proportion. */
const Denominator = z.union([
  z.enum(['employee', '10k-yuan-output', 'spindle', 'absolute']),
  OutputAmount,
  z.strictObject({ fact: NumericFactId }),
]);
export type Denominator = z.infer<typeof Denominator>;

const Sourced = { mark: Mark, reason: LocalizedText };

/** A sensible range of a fact per something, in the fact's unit, both ends included; `low` does not bind a 0. */
const Bound = z.strictObject({
  /** The amount judged where the fact is the list of products. */
  of: OutputAmount.optional(),
  per: Denominator,
  low: z.number().positive().optional(),
  high: z.number().positive(),
  ...Sourced,
});
export type Bound = z.infer<typeof Bound>;

export const Plausibility = z.strictObject({
  ...schemaLine,
  /** How many times the year before a fact is at most, and at least one of these times, before it is asked about. */
  changeFactor: z.strictObject({ value: z.number().gt(1), ...Sourced }),
  /** By which share of the larger one a number of machines that was given and the register's may differ. */
  registerShare: z.strictObject({ value: z.number().gt(0).lt(1), ...Sourced }),
  /** By fact id. What others are divided by stands before them; of the bounds, the first whose denominator is known holds. */
  facts: z.record(z.string(), z.strictObject({ comparesYears: z.boolean(), bounds: z.array(Bound).min(1) })),
});

/** Sensible ranges of the facts (docs/method.md): our own, wide enough that only a wrong unit or digit leaves them. */
export const plausibility = Plausibility.parse(data);

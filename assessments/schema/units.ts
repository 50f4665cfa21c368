import { z } from 'zod';

/** Smaller ones say nothing of a mill, and their quotients would leave the range of numbers. */
const SMALLEST_FIGURE = 1e-9;
const TOO_SMALL = { error: 'out-of-range', params: { least: SMALLEST_FIGURE } };

/** A number of a dossier that is reckoned with: 0, without a sign, or of a size that a mill can have. */
export const Figure = z
  .number()
  .refine((value) => value === 0 || Math.abs(value) >= SMALLEST_FIGURE, TOO_SMALL)
  .overwrite((value) => (value === 0 ? 0 : value));

/** Calendar year of facts. */
export const Year = z
  .int({ error: 'wrong-type' })
  .min(1900, { error: 'out-of-range' })
  .max(2999, { error: 'out-of-range' })
  .brand<'Year'>();
export type Year = z.infer<typeof Year>;

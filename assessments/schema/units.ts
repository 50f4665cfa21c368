import { z } from 'zod';

/** Points of an answer or a score, 0..100, unrounded. */
export const Points = z.number().min(0).max(100).brand<'Points'>();
export type Points = z.infer<typeof Points>;

/** 0..100 for a share, above 100 only where facts contradict each other (kept, with a warning). */
export const Percent = z.number().brand<'Percent'>();
export type Percent = z.infer<typeof Percent>;

/** Calendar year of facts. */
export const Year = z
  .int({ error: 'wrong-type' })
  .min(1900, { error: 'out-of-range' })
  .max(2999, { error: 'out-of-range' })
  .brand<'Year'>();
export type Year = z.infer<typeof Year>;

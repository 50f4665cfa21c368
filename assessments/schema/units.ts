import { z } from 'zod';

/** Calendar year of facts. */
export const Year = z
  .int({ error: 'wrong-type' })
  .min(1900, { error: 'out-of-range' })
  .max(2999, { error: 'out-of-range' })
  .brand<'Year'>();
export type Year = z.infer<typeof Year>;

import { z } from 'zod';

/**
 * How far a figure or a wording may be trusted; travels with it into the data, the screen and the report.
 *
 * - `sourced-S1`: the full text was read.
 * - `sourced-S2`: seen in a public page, excerpt or third-party copy; the issuing body's text was not read.
 * - `derived`: our arithmetic on sourced numbers.
 * - `unsourced-H|M|L`: recalled without a page at hand; highly plausible, plausible, or not to be relied on.
 * - `proposal`: our own design decision, not a published rule.
 */
export const Mark = z.enum([
  'sourced-S1',
  'sourced-S2',
  'derived',
  'unsourced-H',
  'unsourced-M',
  'unsourced-L',
  'proposal',
]);
export type Mark = z.infer<typeof Mark>;

/** True where a report must print 参考值(待核) beside the figure. */
export function needsVerification(mark: Mark): boolean {
  return mark !== 'sourced-S1' && mark !== 'sourced-S2' && mark !== 'derived';
}

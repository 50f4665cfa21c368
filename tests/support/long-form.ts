/** Whether this is the long run of `npm run soak`. */
const IS_LONG = process.env['ZHIZHEN_SOAK'] === '1';

/** How many there are of something in the long run, and in the short form of it that every check has. */
export function longOrShort(long: number, short: number): number {
  return IS_LONG ? long : short;
}

/** Whether every measurement is only tried, to see that it still runs; its figures then say nothing. */
export const IS_SHORT = process.argv.includes('--short');

/** How much is done of something: in earnest, or where measurements are only tried. */
export function effort(inEarnest, tried) {
  return IS_SHORT ? tried : inEarnest;
}

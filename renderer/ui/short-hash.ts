import { bareHash } from '#assessments/schema/bare-hash.ts';

const DIGITS = 12;

/** The beginning of a hash, enough to tell files apart by eye. */
export function shortHash(hash: string): string {
  return bareHash(hash).slice(0, DIGITS);
}

import type { Mill, Topic } from './report-input.ts';

/** How many questions the base rule of a ladder pack counts for this mill: applicable and not answered N/A. */
export function askedOfBase({ pack, result }: Topic, mill: Mill): number {
  if (pack.method !== 'ladder' || pack.baseRule === null) return 0;
  const { dimensions } = pack.baseRule;
  return result.trace.filter(({ question }) => {
    const dimension = mill.question(question)?.dimension;
    return dimension !== undefined && dimensions.includes(dimension);
  }).length;
}

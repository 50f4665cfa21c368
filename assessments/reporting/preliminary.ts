import type { Candidate } from '../planning/candidates.ts';
import type { Mill } from './report-input.ts';

/** 初步措施: what may be talked about where there is no plan; empty where there is one, or where its limits alone stand against it. */
export function preliminaryOf({ refused, preliminary }: Mill): readonly Candidate[] {
  if (refused?.outcome.kind === 'too-little-known') return refused.outcome.candidates;
  return preliminary ?? [];
}

import type { Dossier } from '#assessments/schema/dossier.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { scoreLatest } from '../documents/composer/scored.ts';

const known = new WeakMap<Dossier, ScoredMill>();

/** The round that counts on a day YYYY-MM-DD, scored once per state of a dossier and day; null without a diagnosis. */
export function latestScore(dossier: Dossier, asOf: string): ScoredMill | null {
  const before = known.get(dossier);
  if (before?.context.asOf === asOf) return before;
  const mill = scoreLatest(dossier, asOf);
  if (mill !== null) known.set(dossier, mill);
  return mill;
}

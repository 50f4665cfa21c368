import { shippedPacks } from '#assessments/packs/registry.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { diagnosisToScore, scoreDiagnosis, type ScoredDiagnosis } from '#assessments/scoring/score-diagnosis.ts';
import counties from '#seeds/regions/counties.json' with { type: 'json' };

export const knownCounties = counties.cities.flatMap((city) =>
  [...city.counties, ...city.zones].map((county) => `${city.name}/${county}`),
);

export interface LatestScore {
  readonly diagnosis: Diagnosis;
  readonly scored: ScoredDiagnosis;
}

const known = new WeakMap<Dossier, LatestScore>();

/** The diagnosis opened last with its scores, computed once per state of a dossier; null without a diagnosis. */
export function latestScore(dossier: Dossier): LatestScore | null {
  const before = known.get(dossier);
  if (before !== undefined) return before;
  const diagnosis = diagnosisToScore(dossier);
  if (diagnosis === undefined) return null;
  const latest = { diagnosis, scored: scoreDiagnosis(dossier, diagnosis, shippedPacks, knownCounties) };
  known.set(dossier, latest);
  return latest;
}

import { library } from '#assessments/packs/registry.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { diagnosisToScore, scoreMill, type ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { knownIds } from './known-ids.ts';
import counties from '#seeds/regions/counties.json' with { type: 'json' };

const knownCounties = counties.cities.flatMap((city) =>
  [...city.counties, ...city.zones].map((county) => `${city.name}/${county}`),
);

/** A round of a mill scored with the versions that it pins, on a day YYYY-MM-DD. */
export function scoreRound(dossier: Dossier, diagnosis: Diagnosis, asOf: string): ScoredMill {
  return scoreMill(dossier, diagnosis, {
    library,
    machines: knownIds.machines,
    counties: knownCounties,
    asOf,
  });
}

/** The round that counts on a day, scored; null without a diagnosis. */
export function scoreLatest(dossier: Dossier, asOf: string): ScoredMill | null {
  const diagnosis = diagnosisToScore(dossier, asOf);
  return diagnosis === undefined ? null : scoreRound(dossier, diagnosis, asOf);
}

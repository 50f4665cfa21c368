import { Dossier, DOSSIER_FORMAT, DOSSIER_VERSION, type Diagnosis } from '#assessments/schema/dossier.ts';
import { TOPIC_IDS } from '#assessments/schema/ids.ts';
import { shippedPacks } from '#assessments/packs/registry.ts';

/** An enterprise of which only the name is known, with a diagnosis on all four topics opened today. */
export function newDossier(id: string, diagnosisId: string, name: string, today: string): Dossier {
  return Dossier.parse({
    format: DOSSIER_FORMAT,
    version: DOSSIER_VERSION,
    id,
    enterprise: { name, subSectors: [], processes: [] },
    facts: {},
    diagnoses: [newDiagnosis(diagnosisId, today)],
  });
}

/** A diagnosis on the facts of the last full year, pinned to the newest versions of the packs. */
export function newDiagnosis(id: string, today: string): Diagnosis {
  return {
    id,
    openedOn: today,
    year: Number(today.slice(0, 4)) - 1,
    packs: Object.fromEntries(TOPIC_IDS.map((topic) => [topic, shippedPacks[topic].version])),
    answers: {},
  } as Diagnosis;
}

/** The day of every scoring, so that a run on a later day scores the same. */
export const AS_OF = '2026-11-24';

/** A round of a mill scored with the shipped packs and machines; no list of counties, as no score looks at it. */
export function scored({ knownIds, library, scoreMill }, dossier, diagnosis) {
  return scoreMill(dossier, diagnosis, {
    library,
    machines: knownIds.machines,
    counties: [],
    asOf: AS_OF,
  });
}

import type { Dossier } from '../schema/dossier.ts';

/**
 * Theirs under the ids of mine, where two people began the dossier of one enterprise apart: each round that mine does not
 * know takes the id of the first round in mine of the same year that no other round of theirs stands for. A plan goes on
 * naming its round. What is alike then meets when the two are compared and merged.
 */
export function underIdsOf(mine: Dossier, theirs: Dossier): Dossier {
  const ids = roundIds(mine, theirs);
  const idOf = (id: string) => ids.get(id) ?? id;
  const { plan } = theirs;
  const round = plan?.['diagnosis'];
  return {
    ...theirs,
    id: mine.id,
    diagnoses: theirs.diagnoses.map((diagnosis) => ({ ...diagnosis, id: idOf(diagnosis.id) })),
    ...(typeof round === 'string' ? { plan: { ...plan, diagnosis: idOf(round) } } : {}),
  };
}

function roundIds(mine: Dossier, theirs: Dossier): ReadonlyMap<string, string> {
  const theirIds = new Set(theirs.diagnoses.map(({ id }) => id));
  const free = mine.diagnoses.filter(({ id }) => !theirIds.has(id));
  const known = new Set(mine.diagnoses.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { id, year } of theirs.diagnoses) {
    const at = known.has(id) ? -1 : free.findIndex((candidate) => candidate.year === year);
    const [taken] = at < 0 ? [] : free.splice(at, 1);
    if (taken !== undefined) ids.set(id, taken.id);
  }
  return ids;
}

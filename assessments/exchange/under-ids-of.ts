import type { Diagnosis, Dossier } from '../schema/dossier.ts';

/**
 * Theirs under the ids of mine, where two people began the dossier of one enterprise apart. A round of theirs takes the id
 * of one in mine of the same year: of the same id, else of the same day, else the first that is left; one without its like
 * keeps its id, or gets another where mine uses it already. A plan goes on naming its round. What is alike then meets when
 * the two are compared and merged.
 */
export function underIdsOf(mine: Dossier, theirs: Dossier): Dossier {
  const ids = roundIds(mine.diagnoses, theirs.diagnoses);
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

/** From what two rounds of one year must share to be the same, the surest first. */
const LIKENESSES: readonly ((mine: Diagnosis, theirs: Diagnosis) => boolean)[] = [
  (mine, theirs) => mine.id === theirs.id,
  (mine, theirs) => mine.openedOn === theirs.openedOn,
  () => true,
];

function roundIds(mine: readonly Diagnosis[], theirs: readonly Diagnosis[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const left = [...mine];
  for (const isLike of LIKENESSES)
    for (const round of theirs.filter(({ id }) => !ids.has(id))) {
      const at = left.findIndex((candidate) => candidate.year === round.year && isLike(candidate, round));
      const [like] = at < 0 ? [] : left.splice(at, 1);
      if (like !== undefined) ids.set(round.id, like.id);
    }
  const used = new Set(mine.map(({ id }) => id));
  for (const { id } of theirs) {
    if (ids.has(id)) continue;
    const unused = unusedLike(id, used);
    ids.set(id, unused);
    used.add(unused);
  }
  return ids;
}

function unusedLike(id: string, used: ReadonlySet<string>): string {
  let unused = id;
  for (let count = 2; used.has(unused); count += 1) unused = `${id}-${count}`;
  return unused;
}

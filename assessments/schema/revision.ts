import type { Dossier } from './dossier.ts';

/** How often a dossier was changed since it was begun; 0 where it does not say. */
export function revisionOf({ revision }: Pick<Dossier, 'revision'>): number {
  return revision ?? 0;
}

/** The revision of a state that follows all of these; at its end it stays where it is. */
export function revisionAfter(...before: readonly Pick<Dossier, 'revision'>[]): number {
  return Math.min(Math.max(0, ...before.map(revisionOf)) + 1, Number.MAX_SAFE_INTEGER);
}

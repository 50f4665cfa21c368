import type { Dossier } from '#assessments/schema/dossier.ts';
import type { CellFact, CellFactId } from './change.ts';

/** What is stored of a fact of a year, as it was given; undefined for nothing. */
export function storedFact({ facts }: Pick<Dossier, 'facts'>, fact: CellFactId, year: number): CellFact {
  return facts[String(year)]?.[fact];
}

import type { Dossier } from '#assessments/schema/dossier.ts';
import type { ProductLine } from '#assessments/schema/facts.ts';
import type { CellFact, CellFactId } from './change.ts';

/** What is stored of a fact of a year, as it was given; undefined for nothing. */
export function storedFact({ facts }: Pick<Dossier, 'facts'>, fact: CellFactId, year: number): CellFact {
  return facts[String(year)]?.[fact];
}

/** The lines of products of a year; empty where none is given. */
export function storedProducts({ facts }: Pick<Dossier, 'facts'>, year: number): readonly ProductLine[] {
  return facts[String(year)]?.['output.products'] ?? [];
}

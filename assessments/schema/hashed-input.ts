import { canonicalJson } from './canonical-json.ts';
import type { Diagnosis, Dossier } from './dossier.ts';

/**
 * The part of a dossier that a result depends on, in the form whose SHA-256 is the input hash:
 * the enterprise without its contacts, the facts of the year and the year before, the diagnosis.
 */
export function hashedInput(dossier: Dossier, diagnosis: Diagnosis): string {
  const { contacts: _contacts, ...enterprise } = dossier.enterprise;
  const years = [diagnosis.year - 1, diagnosis.year].map(String);
  const facts = Object.fromEntries(
    years.flatMap((year) => (year in dossier.facts ? [[year, dossier.facts[year]]] : [])),
  );
  return canonicalJson({ enterprise, facts, diagnosis });
}

import type { Dossier } from '#assessments/schema/dossier.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';

type ListId = 'machines' | 'systems';

export interface ListBefore<K extends ListId> {
  readonly year: number;
  readonly lines: NonNullable<YearFacts[K]>;
}

/** The register or the systems of the latest year before one, to begin with; null where no year before has any. */
export function listBefore<K extends ListId>(facts: Dossier['facts'], year: number, id: K): ListBefore<K> | null {
  const before = Object.entries(facts).flatMap(([name, { [id]: lines }]) =>
    Number(name) < year && lines !== undefined && lines.length > 0 ? [{ year: Number(name), lines }] : [],
  );
  return before.sort((a, b) => b.year - a.year)[0] ?? null;
}

import type { Dossier } from '#assessments/schema/dossier.ts';

/** How a dossier that comes in stands to the one already here. */
export type ImportRelation = 'new' | 'same' | 'newer' | 'older' | 'conflict';

export interface ImportComparison {
  readonly relation: ImportRelation;
  /** Values only in the file, only here, and different in both. */
  readonly added: number;
  readonly missing: number;
  readonly changed: number;
}

/** Newer holds everything that is here and more; older the reverse; else both have something of their own. */
export function compareDossiers(here: Dossier | null, incoming: Dossier): ImportComparison {
  if (here === null) return { relation: 'new', added: 0, missing: 0, changed: 0 };
  const before = leaves(here);
  const after = leaves(incoming);
  const added = [...after.keys()].filter((path) => !before.has(path)).length;
  const missing = [...before.keys()].filter((path) => !after.has(path)).length;
  const changed = [...after].filter(([path, value]) => before.has(path) && before.get(path) !== value).length;
  return { relation: relationOf(added, missing, changed), added, missing, changed };
}

function relationOf(added: number, missing: number, changed: number): ImportRelation {
  if (changed > 0 || (added > 0 && missing > 0)) return 'conflict';
  if (added > 0) return 'newer';
  return missing > 0 ? 'older' : 'same';
}

/** Every single value by its path; the members of a diagnosis by its id, not its place. */
function leaves(value: unknown, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) {
    found.set(path, JSON.stringify(value));
  } else if (Array.isArray(value)) {
    value.forEach((item: unknown, i) => leaves(item, `${path}/${keyOf(item) ?? String(i)}`, found));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) leaves(member, `${path}/${key}`, found);
  } else {
    found.set(path, value);
  }
  return found;
}

function keyOf(item: unknown): string | undefined {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id : undefined;
}

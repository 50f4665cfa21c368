import type { EnterpriseRow } from '../../storage/database.ts';

/** Where an enterprise lies in the list. */
export const SHELVES = ['current', 'archived', 'deleted'] as const;
export type Shelf = (typeof SHELVES)[number];

export function shelfOf({ archivedAt, deletedAt }: EnterpriseRow): Shelf {
  if (deletedAt !== null) return 'deleted';
  return archivedAt === null ? 'current' : 'archived';
}

/** Whether an enterprise has the words in its name or credit code, and stands in the city and sub-sector; empty means any. */
export function matches({ base }: EnterpriseRow, text: string, city: string, sector: string): boolean {
  const { name, uscc, region, subSectors } = base.enterprise;
  const haystack = `${name} ${uscc ?? ''}`.toLowerCase();
  return (
    text
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .every((word) => haystack.includes(word)) &&
    (city === '' || region?.city === city) &&
    (sector === '' || subSectors.some((candidate) => candidate === sector))
  );
}

import { mayBeSameMill } from '#assessments/exchange/same-mill.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { EnterpriseRow } from '../../storage/database.ts';

/** Where an enterprise lies in the list. */
export const SHELVES = ['current', 'archived', 'deleted'] as const;
export type Shelf = (typeof SHELVES)[number];

export function shelfOf({ archivedAt, deletedAt }: EnterpriseRow): Shelf {
  if (deletedAt !== null) return 'deleted';
  return archivedAt === null ? 'current' : 'archived';
}

/** Enterprises here of that name or credit code, not deleted and of other ids; a group may have several. */
export function namesakesOf(rows: readonly EnterpriseRow[], { id, enterprise }: Dossier): EnterpriseRow[] {
  return rows.filter(
    (row) => row.id !== id && row.deletedAt === null && mayBeSameMill(row.base.enterprise, enterprise),
  );
}

/** Whether latin letters spell a part of a Chinese name. */
export type Spells = (letters: string, name: string) => boolean;

/** What the list is asked for; empty means any. */
export interface Wanted {
  readonly text: string;
  readonly city: string;
  readonly sector: string;
}

/**
 * Whether an enterprise has the words in its name, in pinyin too, or in its credit code, and stands in the city and
 * sub-sector; capitals and full width make no difference. Without `spells` pinyin is not looked at.
 */
export function matches({ base }: EnterpriseRow, { text, city, sector }: Wanted, spells: Spells | null): boolean {
  const { name, uscc, region, subSectors } = base.enterprise;
  if (city !== '' && region?.city !== city) return false;
  if (sector !== '' && !subSectors.some((candidate) => candidate === sector)) return false;
  const haystack = plain(`${name} ${uscc ?? ''}`);
  const words = plain(text).trim().split(/\s+/);
  return words.every(
    (word) => haystack.includes(word) || (spells !== null && /[a-zü]/.test(word) && spells(word, plain(name))),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

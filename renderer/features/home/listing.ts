import { mayBeSameMill } from '#assessments/exchange/same-mill.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { TOPIC_IDS } from '#assessments/schema/ids.ts';
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

/** How far the work on an enterprise is. */
export const WORK_STATES = ['untouched', 'begun', 'done'] as const;
type WorkState = (typeof WORK_STATES)[number];

function workStateOf({ summary }: EnterpriseRow): WorkState {
  if (summary === null || summary.answered === 0) return 'untouched';
  return summary.answered < summary.applicable ? 'begun' : 'done';
}

/** Share of the applicable questions that are answered, 0 to 1; null where none applies yet. */
export function progressOf({ summary }: EnterpriseRow): number | null {
  return summary === null || summary.applicable === 0 ? null : summary.answered / summary.applicable;
}

/** The level of one topic, or with an empty topic the lowest of all that are known; null where none is. */
export function levelOf({ summary }: EnterpriseRow, topic: string): number | null {
  const levels = TOPIC_IDS.filter((id) => topic === '' || id === topic)
    .map((id) => summary?.packs[id]?.level ?? null)
    .filter((level) => level !== null);
  return levels.length === 0 ? null : Math.min(...levels);
}

/** The level to ask for where an enterprise has none yet. */
export const NO_LEVEL = 'none';

/** Whether latin letters spell a part of a Chinese name. */
export type Spells = (letters: string, name: string) => boolean;

/** What the list is asked for; empty means any. */
export interface Wanted {
  readonly text: string;
  readonly city: string;
  readonly sector: string;
  /** The topic whose level is asked for; empty for the lowest of all. */
  readonly topic: string;
  /** A number, or `NO_LEVEL`. */
  readonly level: string;
  readonly state: string;
}

export const ANYTHING: Wanted = { text: '', city: '', sector: '', topic: '', level: '', state: '' };

/**
 * Whether an enterprise has the words in its name, in pinyin too, or in its credit code, and stands in the city, sub-sector,
 * level and state; capitals and full width make no difference. Without `spells` pinyin is not looked at.
 */
export function matches(row: EnterpriseRow, wanted: Wanted, spells: Spells | null): boolean {
  const { name, uscc, region, subSectors } = row.base.enterprise;
  if (wanted.city !== '' && region?.city !== wanted.city) return false;
  if (wanted.sector !== '' && !subSectors.some((candidate) => candidate === wanted.sector)) return false;
  if (wanted.state !== '' && workStateOf(row) !== wanted.state) return false;
  if (wanted.level !== '' && String(levelOf(row, wanted.topic) ?? NO_LEVEL) !== wanted.level) return false;
  const haystack = plain(`${name} ${uscc ?? ''}`);
  const words = plain(wanted.text).trim().split(/\s+/);
  return words.every(
    (word) => haystack.includes(word) || (spells !== null && /[a-zü]/.test(word) && spells(word, plain(name))),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

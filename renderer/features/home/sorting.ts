import { TOPIC_IDS, type PackId } from '#assessments/schema/ids.ts';
import { SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import type { EnterpriseRow } from '../../storage/database.ts';

/** The columns of the list, in their order. */
export const COLUMNS = ['name', 'city', 'sub-sectors', ...TOPIC_IDS, 'completeness', 'changed'] as const;
export type Column = (typeof COLUMNS)[number];

export const DIRECTIONS = ['ascending', 'descending'] as const;

export interface SortOrder {
  readonly column: Column;
  readonly direction: (typeof DIRECTIONS)[number];
}

export const LATEST_FIRST: SortOrder = { column: 'changed', direction: 'descending' };

/** The order after a click on a column: ascending at first, then the other way round. */
export function orderAfterClick(before: SortOrder, column: Column): SortOrder {
  const turned = before.column === column && before.direction === 'ascending';
  return { column, direction: turned ? 'descending' : 'ascending' };
}

/** The rows in an order; unknown values are last in both directions, equal ones stand latest change first. */
export function sorted(rows: readonly EnterpriseRow[], { column, direction }: SortOrder): EnterpriseRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: keyOf(row, column) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || later(a, b);
      return sign * compareKeys(a.key, b.key) || later(a, b);
    })
    .map(({ row }) => row);
}

/** What a column sorts by; a list of numbers is compared from its front. */
type Key = string | readonly number[];

/** Null where the value is unknown. Scores go by what is certain, then by what is possible. */
function keyOf({ base, summary, changedAt }: EnterpriseRow, column: Column): Key | null {
  switch (column) {
    case 'name':
      return base.enterprise.name;
    case 'city':
      return base.enterprise.region?.city ?? null;
    case 'sub-sectors':
      return sectorKey(base.enterprise.subSectors);
    case 'completeness':
      return summary === null || summary.applicable === 0 ? null : [summary.answered / summary.applicable];
    case 'changed':
      return [changedAt];
    default:
      return scoreKey(summary, column);
  }
}

/** By the places in the vocabulary, in the order shown. */
function sectorKey(sectors: EnterpriseRow['base']['enterprise']['subSectors']): Key | null {
  return sectors.length === 0 ? null : sectors.map((sector) => SUB_SECTORS.indexOf(sector));
}

function scoreKey(summary: EnterpriseRow['summary'], topic: PackId): Key | null {
  const standing = summary?.packs[topic];
  return standing === undefined ? null : [standing.low, standing.high];
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

function compareKeys(a: Key, b: Key): number {
  if (typeof a === 'string' || typeof b === 'string') return collator.compare(String(a), String(b));
  const place = a.findIndex((value, i) => value !== b[i]);
  if (place === -1) return a.length - b.length;
  return (a[place] ?? 0) - (b[place] ?? -1);
}

function later(a: { readonly row: EnterpriseRow }, b: { readonly row: EnterpriseRow }): number {
  return b.row.changedAt - a.row.changedAt;
}

import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { DesktopApi, MirrorEntry } from '#electron/contract/desktop-api.ts';
import { sha256 } from '../platform/sha256.ts';
import type { EnterpriseRow } from './database.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import { knownIds } from './known-ids.ts';
import { mirrorText } from './mirror-text.ts';

/** An enterprise of which a copy outside the database holds what the database does not. */
export interface LostEnterprise {
  readonly id: string;
  readonly name: string;
  /** The copy, by its moment in milliseconds since 1970. */
  readonly at: number;
  /** A newer copy is damaged, so that this one is older than the last change. */
  readonly hasDamagedNewer: boolean;
  /** The database has none of that id, holds less, or holds what cannot be read. */
  readonly reason: 'missing' | 'smaller' | 'damaged';
  /** When the database last wrote it, which tells whether it has been changed since; 0 where it has none of that id. */
  readonly changedAt: number;
}

/** How the database stands to the copies outside it, at the start. */
export interface MirrorComparison {
  readonly lost: readonly LostEnterprise[];
  /** Enterprises whose last change has no copy yet. */
  readonly uncopied: readonly string[];
}

/** A database that holds less than this part of the newest copy may have lost something, whatever the clocks say. */
const MUCH_SMALLER = 0.5;

/**
 * Compares the database with the newest whole copy of each enterprise. A copy is written after the change it holds, so
 * that one later than the last change and larger than the row says that the row went back; one later than now says that
 * the clock was ahead, and its time proves nothing. What holds something else and is not lost has no copy. None lost
 * where the host keeps no copies or they cannot be listed.
 */
export async function compareWithMirror(
  desktop: Pick<DesktopApi, 'listMirror'>,
  store: Pick<EnterpriseStore, 'list' | 'read'>,
  now: number,
): Promise<MirrorComparison> {
  const listed = await desktop.listMirror();
  if (listed.kind !== 'done') return { lost: [], uncopied: [] };
  const entries = new Map(listed.value.map((entry) => [entry.id, entry]));
  const rows = await store.list();
  const known = new Set(rows.map(({ id }) => id));
  const lost: LostEnterprise[] = listed.value.flatMap((entry) =>
    known.has(entry.id) ? [] : lostAs(entry, 'missing', 0),
  );
  const uncopied: string[] = [];
  for (const row of rows) {
    const entry = entries.get(row.id);
    const standing = await standingOf(row, entry, store, now);
    if (standing === 'uncopied') uncopied.push(row.id);
    else if (entry !== undefined && standing !== 'copied') lost.push(...lostAs(entry, standing, row.changedAt));
  }
  return { lost, uncopied };
}

function lostAs(
  { id, name, copies, damaged }: MirrorEntry,
  reason: LostEnterprise['reason'],
  changedAt: number,
): LostEnterprise[] {
  const [newest] = copies;
  if (newest === undefined) return [];
  return [{ id, name, at: newest.at, hasDamagedNewer: (damaged[0] ?? 0) > newest.at, reason, changedAt }];
}

async function standingOf(
  row: EnterpriseRow,
  entry: MirrorEntry | undefined,
  store: Pick<EnterpriseStore, 'read'>,
  now: number,
): Promise<'copied' | 'uncopied' | 'smaller' | 'damaged'> {
  const newest = entry?.copies[0];
  if (newest === undefined) return 'uncopied';
  const dossier = await store.read(row.id).catch(() => null);
  if (dossier === null) return 'damaged';
  const text = mirrorText(dossier);
  if ((await sha256(text)) === newest.sha256) return 'copied';
  if (!readDossier(text, knownIds).ok) return 'damaged';
  const bytes = new TextEncoder().encode(text).length;
  const wentBack = newest.at >= row.changedAt && newest.at <= now && bytes < newest.bytes;
  return wentBack || bytes < MUCH_SMALLER * newest.bytes ? 'smaller' : 'uncopied';
}

import { compareDossiers } from '#assessments/exchange/compare.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import { revisionOf } from '#assessments/schema/revision.ts';
import {
  MILL_DIGITS,
  type DesktopApi,
  type MirrorCopy,
  type MirrorEntry,
  type Sha256,
  type UnreadableCopies,
} from '#electron/contract/desktop-api.ts';
import { fewAtOnce } from '#electron/contract/few-at-once.ts';
import { sha256 } from '../platform/sha256.ts';
import type { EnterpriseRow } from './database.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import { knownIds } from '../documents/composer/known-ids.ts';
import { localDay } from '#electron/contract/local-day.ts';
import { mirrorText } from './mirror-text.ts';
import { summaryOf } from './summary.ts';

/** An enterprise of which a copy outside the database holds what the database does not. */
export interface LostEnterprise {
  readonly id: string;
  readonly name: string;
  /** The copy, by the hash of its contents. */
  readonly sha256: Sha256;
  readonly revision: number;
  /** When the copy was written, in milliseconds since 1970, by a clock that may have been wrong. */
  readonly at: number;
  /** A copy of a later revision is damaged, so that this one may be older than the last change. */
  readonly hasDamagedNewer: boolean;
  /**
   * The database has none of that id, holds an earlier revision, holds less of the same revision, holds something else of
   * the same revision, or holds what cannot be read.
   */
  readonly reason: 'missing' | 'older' | 'smaller' | 'forked' | 'damaged';
  /** When the database last wrote it, which tells whether it has been changed since; 0 where it has none of that id. */
  readonly changedAt: number;
}

/** Copies of which none can be read; held: the database has the enterprise, so that it is copied anew. */
export interface LostCopies extends UnreadableCopies {
  readonly isHeld: boolean;
}

/** How the database stands to the copies outside it, at the start. */
export interface MirrorComparison {
  readonly lost: readonly LostEnterprise[];
  /** Enterprises of which the database holds a state that has no copy yet. */
  readonly uncopied: readonly string[];
  /** The database holds no enterprise at all. */
  readonly isEmpty: boolean;
  readonly unreadable: readonly LostCopies[];
}

type Copies = Pick<DesktopApi, 'listMirror' | 'readMirror'>;
type Rows = Pick<EnterpriseStore, 'list' | 'read'>;
type CopyState = 'copied' | 'uncopied' | LostAs;
type LostAs = { readonly copy: MirrorCopy; readonly reason: LostEnterprise['reason'] };

/**
 * Compares the database with the whole copies of the latest revision of each enterprise. What they hold decides, neither
 * size nor clock: an earlier revision in the database went back, a later one has no copy yet unless answers are gone that
 * were counted when it was written, and the same revision with other contents is laid side by side. What the database holds
 * beside a lost state is copied too. Where the copies cannot be listed, which whoever watches the host says, nothing is known
 * of them. @throws what the database says
 */
export async function compareWithMirror(copies: Copies, store: Rows): Promise<MirrorComparison> {
  const listed = await copies.listMirror();
  const rows = await store.list();
  const isEmpty = rows.length === 0;
  if (listed.kind !== 'done') return { lost: [], uncopied: [], isEmpty, unreadable: [] };
  const { entries, unreadable } = listed.value;
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const known = new Set(rows.map(({ id }) => id));
  const missing = entries.filter(({ id }) => !known.has(id)).flatMap((entry) => missingAs(entry));
  const standings = await fewAtOnce(rows, async (row) => {
    const entry = entryOf.get(row.id);
    return {
      row,
      entry,
      standing: entry === undefined ? 'uncopied' : await copyStateOf(row, entry, copies, store),
    } as const;
  });
  return {
    lost: [
      ...missing,
      ...standings.flatMap(({ row, entry, standing }) =>
        entry === undefined || typeof standing === 'string' ? [] : lostAs(entry, standing, row.changedAt),
      ),
    ],
    uncopied: standings.filter(({ standing }) => hasNoCopy(standing)).map(({ row }) => row.id),
    isEmpty,
    unreadable: await withHeld(unreadable, known),
  };
}

function missingAs(entry: MirrorEntry): LostEnterprise[] {
  const [copy] = entry.newest;
  return copy === undefined ? [] : [lostAs(entry, { copy, reason: 'missing' }, 0)];
}

function lostAs({ id, name, damaged }: MirrorEntry, { copy, reason }: LostAs, changedAt: number): LostEnterprise {
  return {
    id,
    name,
    sha256: copy.sha256,
    revision: copy.revision,
    at: copy.at,
    hasDamagedNewer: damaged > 0,
    reason,
    changedAt,
  };
}

function hasNoCopy(standing: CopyState): boolean {
  return typeof standing === 'string' ? standing === 'uncopied' : standing.reason !== 'damaged';
}

async function copyStateOf(row: EnterpriseRow, entry: MirrorEntry, copies: Copies, store: Rows): Promise<CopyState> {
  const [copy] = entry.newest;
  if (copy === undefined) return 'uncopied';
  const dossier = await store.read(row.id).catch(() => null);
  if (dossier === null) return { copy, reason: 'damaged' };
  const text = mirrorText(dossier);
  const hash = await sha256(text);
  const others = entry.newest.filter((other) => other.sha256 !== hash);
  if (others.length === 0) return 'copied';
  if (!readDossier(text, knownIds).ok) return { copy, reason: 'damaged' };
  const revision = revisionOf(dossier);
  if (revision < copy.revision) return { copy, reason: 'older' };
  if (revision > copy.revision) return isAsWritten(row, dossier) ? 'uncopied' : { copy, reason: 'smaller' };
  return standingAtOneRevision(dossier, others, others.length < entry.newest.length, copies);
}

/** Whether the answers that were counted when the row was written are there, whatever came after its last copy. */
function isAsWritten(row: EnterpriseRow, dossier: Dossier): boolean {
  return (summaryOf(dossier, localDay(row.changedAt))?.answered ?? 0) >= (row.summary?.answered ?? 0);
}

/** How a state stands to other copies of its revision; `isCopied`: one copy is just the same. */
async function standingAtOneRevision(
  mine: Dossier,
  others: readonly MirrorCopy[],
  isCopied: boolean,
  copies: Copies,
): Promise<CopyState> {
  let hasCopy = isCopied;
  for (const copy of others) {
    const read = await copies.readMirror({ id: mine.id, sha256: copy.sha256 });
    const theirs = read.kind === 'done' ? readDossier(read.value, knownIds) : null;
    if (theirs?.ok !== true) continue;
    const { relation } = compareDossiers(mine, theirs.value);
    if (relation === 'newer') return { copy, reason: 'smaller' };
    if (relation === 'conflict') return { copy, reason: 'forked' };
    hasCopy ||= relation === 'same';
  }
  return hasCopy ? 'copied' : 'uncopied';
}

async function withHeld(unreadable: readonly UnreadableCopies[], ids: ReadonlySet<string>): Promise<LostCopies[]> {
  if (unreadable.length === 0) return [];
  const signs = new Set(await fewAtOnce([...ids], async (id) => (await sha256(id)).slice(0, MILL_DIGITS)));
  return unreadable.map((copies) => ({ ...copies, isHeld: signs.has(copies.mill) }));
}

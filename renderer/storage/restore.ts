import { compareDossiers } from '#assessments/exchange/compare.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import type { SetAsideRow } from './database.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import { knownIds } from './known-ids.ts';
import type { LostEnterprise } from './lost-enterprises.ts';
import type { RecordLock } from './record-lock.ts';

/** What restoring works with. */
export interface RestoreParts {
  readonly desktop: Pick<DesktopApi, 'readMirror'>;
  readonly store: Pick<EnterpriseStore, 'restoreAll' | 'putBack' | 'read' | 'changedAt'>;
  readonly lock: (id: string) => Promise<RecordLock>;
}

/** An enterprise as it was restored, with what stood in its place before. */
export interface ReplacedEnterprise extends LostEnterprise {
  readonly before: SetAsideRow;
}

export interface Restored {
  readonly restored: number;
  /** Their copies could not be read. */
  readonly unreadable: readonly LostEnterprise[];
  /** Written since they were offered, so that they hold later work; they stay as they are. */
  readonly changed: readonly LostEnterprise[];
  /** Another window has them; they stay as they are. */
  readonly openElsewhere: readonly LostEnterprise[];
  /** What can be undone. */
  readonly replaced: readonly ReplacedEnterprise[];
}

/**
 * Brings enterprises back from their copies in one transaction; each is read as any import is, what stood in its place is
 * set aside, and what then is in the database is counted.
 */
export function restore(lost: readonly LostEnterprise[], parts: RestoreParts): Promise<Restored> {
  const { desktop, store } = parts;
  return whileLocked(lost, parts, async ({ unchanged, ...passedOver }) => {
    const copies = await Promise.all(unchanged.map((one) => copyOf(one, desktop)));
    const dossiers = copies.filter((copy) => copy !== null);
    const before = new Map((await store.restoreAll(dossiers)).map((row) => [row.enterpriseId, row]));
    const found = await Promise.all(dossiers.map(async (dossier) => isSame(await store.read(dossier.id), dossier)));
    const replaced = unchanged.flatMap((one) => {
      const row = before.get(one.id);
      return row === undefined ? [] : [{ ...one, before: row }];
    });
    return {
      restored: found.filter(Boolean).length,
      unreadable: unchanged.filter((_, i) => copies[i] === null),
      ...passedOver,
      replaced: await Promise.all(replaced.map((one) => asItStands(one, store))),
    };
  });
}

/**
 * Puts back what stood where enterprises were restored, unless they were changed since.
 * @returns those put back, which can be restored again, and what then is left of the result
 */
export function undoRestore(
  result: Restored,
  parts: RestoreParts,
): Promise<{ readonly putBack: readonly LostEnterprise[]; readonly left: Restored }> {
  const { store } = parts;
  return whileLocked(result.replaced, parts, async ({ unchanged, changed, openElsewhere }) => {
    await store.putBack(unchanged.map(({ before }) => before));
    return {
      putBack: await Promise.all(unchanged.map((one) => asItStands(one, store))),
      left: {
        restored: result.restored - unchanged.length,
        unreadable: [],
        changed,
        openElsewhere,
        replaced: openElsewhere,
      },
    };
  });
}

interface ByWhatMayBeWritten<One> {
  readonly unchanged: readonly One[];
  readonly changed: readonly One[];
  readonly openElsewhere: readonly One[];
}

/** Does the work with the enterprises locked, told which of them still are as they were. */
async function whileLocked<One extends LostEnterprise, Result>(
  all: readonly One[],
  { store, lock }: RestoreParts,
  work: (sorted: ByWhatMayBeWritten<One>) => Promise<Result>,
): Promise<Result> {
  const locks = await Promise.all(all.map(({ id }) => lock(id)));
  try {
    const mine = all.filter((_, i) => locks[i]?.mine);
    const changedAt = await Promise.all(mine.map(({ id }) => store.changedAt(id)));
    return await work({
      unchanged: mine.filter((one, i) => one.changedAt === changedAt[i]),
      changed: mine.filter((one, i) => one.changedAt !== changedAt[i]),
      openElsewhere: all.filter((_, i) => !locks[i]?.mine),
    });
  } finally {
    for (const { release } of locks) release();
  }
}

async function asItStands<One extends LostEnterprise>(one: One, store: RestoreParts['store']): Promise<One> {
  return { ...one, changedAt: await store.changedAt(one.id) };
}

/** Null where it cannot be read. */
async function copyOf({ id, at }: LostEnterprise, desktop: RestoreParts['desktop']): Promise<Dossier | null> {
  const read = await desktop.readMirror({ id, at });
  const dossier = read.kind === 'done' ? readDossier(read.value, knownIds) : null;
  return dossier?.ok === true && dossier.value.id === id ? dossier.value : null;
}

function isSame(found: Dossier | null, wanted: Dossier): boolean {
  return found !== null && compareDossiers(found, wanted).relation === 'same';
}

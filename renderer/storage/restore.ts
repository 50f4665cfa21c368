import { compareDossiers } from '#assessments/exchange/compare.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { DesktopApi } from '#electron/contract/desktop-api.ts';
import { fewAtOnce } from '#electron/contract/few-at-once.ts';
import type { Outcome, Trouble } from '#electron/contract/outcomes.ts';
import type { SetAsideRow } from './database.ts';
import type { EnterpriseStore } from './enterprise-store.ts';
import { knownIds } from '../documents/composer/known-ids.ts';
import type { LostEnterprise } from './lost-enterprises.ts';
import { mirrorText } from './mirror-text.ts';
import type { RecordLock } from './record-lock.ts';

/** What restoring works with. */
export interface RestoreParts {
  readonly desktop: Pick<DesktopApi, 'readMirror'>;
  readonly store: Pick<EnterpriseStore, 'restoreAll' | 'putBack' | 'outrank' | 'read' | 'changedAt'>;
  readonly lock: (id: string) => Promise<RecordLock>;
  /** Before each further try of a copy that cannot be had for a moment, in milliseconds. */
  readonly pauses: readonly number[];
}

/** An enterprise as it was restored, with what stood in its place before. */
export interface ReplacedEnterprise extends LostEnterprise {
  readonly before: SetAsideRow;
}

export interface Restored {
  readonly restored: number;
  /** Their copies no longer are what was written. */
  readonly unreadable: readonly LostEnterprise[];
  /** Their copies could not be had, which says nothing of them: they are brought back another time. */
  readonly notYet: readonly LostEnterprise[];
  /** Written since they were offered, so that they hold later work; they stay as they are. */
  readonly changed: readonly LostEnterprise[];
  /** Another window has them; they stay as they are. */
  readonly openElsewhere: readonly LostEnterprise[];
  /** What can be undone. */
  readonly replaced: readonly ReplacedEnterprise[];
}

export const NOTHING_RESTORED: Restored = {
  restored: 0,
  unreadable: [],
  notYet: [],
  changed: [],
  openElsewhere: [],
  replaced: [],
};

/** What says of a copy that it is lost; anything else says that it could not be had. */
const LOST: ReadonlySet<Trouble> = new Set(['damaged', 'not-found']);

/**
 * Brings enterprises back from their copies in one transaction; each is read as any import is, what stood in its place is
 * set aside, and what then is in the database is counted.
 */
export function restore(lost: readonly LostEnterprise[], parts: RestoreParts): Promise<Restored> {
  const { store } = parts;
  return whileLocked(lost, parts, async ({ unchanged, ...passedOver }) => {
    const copies = await fewAtOnce(unchanged, (one) => copyOf(one, parts));
    const dossiers = copies.filter((copy) => typeof copy === 'object');
    const before = new Map((await store.restoreAll(dossiers)).map((row) => [row.enterpriseId, row]));
    const found = new Map(
      await fewAtOnce(dossiers, async (dossier) => [
        dossier.id as string,
        isSame(await store.read(dossier.id), dossier),
      ]),
    );
    const replaced = unchanged.flatMap((one) => {
      const row = before.get(one.id);
      return row === undefined ? [] : [{ ...one, before: row }];
    });
    return {
      restored: [...found.values()].filter(Boolean).length,
      unreadable: unchanged.filter((_, i) => copies[i] === 'lost'),
      notYet: unchanged.filter(({ id }, i) => copies[i] === 'not-yet' || found.get(id) === false),
      ...passedOver,
      replaced: await fewAtOnce(replaced, (one) => asItStands(one, store)),
    };
  });
}

/**
 * Puts back what stood where enterprises were restored, unless they were changed since.
 * @returns those put back, which can be restored again, and those that were not
 */
export function undoRestore(
  replaced: readonly ReplacedEnterprise[],
  parts: RestoreParts,
): Promise<{
  readonly putBack: readonly LostEnterprise[];
  readonly changed: readonly ReplacedEnterprise[];
  readonly openElsewhere: readonly ReplacedEnterprise[];
}> {
  const { store } = parts;
  return whileLocked(replaced, parts, async ({ unchanged, ...left }) => {
    await store.putBack(unchanged.map(({ before }) => before));
    return { putBack: await fewAtOnce(unchanged, (one) => asItStands(one, store)), ...left };
  });
}

/** Lets what the database holds go before the copies that were offered in its place, unless it was changed since. */
export function keepHeld(held: readonly LostEnterprise[], parts: RestoreParts): Promise<void> {
  return whileLocked(held, parts, ({ unchanged }) => parts.store.outrank(unchanged));
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
    const changedAt = await fewAtOnce(mine, ({ id }) => store.changedAt(id));
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

async function copyOf({ id, sha256 }: LostEnterprise, parts: RestoreParts): Promise<Dossier | 'lost' | 'not-yet'> {
  const read = await readAgain(() => parts.desktop.readMirror({ id, sha256 }), parts.pauses);
  if (read.kind !== 'done') return isLost(read) ? 'lost' : 'not-yet';
  const dossier = readDossier(read.value, knownIds);
  return dossier.ok && dossier.value.id === id ? dossier.value : 'lost';
}

/** Reads, again after each pause where what is read could not be had. */
async function readAgain(read: () => Promise<Outcome<string>>, pauses: readonly number[]): Promise<Outcome<string>> {
  const [pause, ...later] = pauses;
  const outcome = await read();
  if (outcome.kind === 'done' || isLost(outcome) || pause === undefined) return outcome;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return readAgain(read, later);
}

function isLost(outcome: Outcome<string>): boolean {
  return outcome.kind === 'trouble' && LOST.has(outcome.trouble);
}

/** Their revisions need not be, as one that was restored in the place of another is later than both. */
function isSame(found: Dossier | null, wanted: Dossier): boolean {
  if (found === null) return false;
  const isSameText = mirrorText({ ...found, revision: wanted.revision }) === mirrorText(wanted);
  return isSameText || compareDossiers(found, wanted).relation === 'same';
}

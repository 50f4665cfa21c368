import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { DesktopApi, MirrorEntry } from '../../contract/desktop-api.ts';
import { fewAtOnce } from '../../contract/few-at-once.ts';
import { done, trouble } from '../../contract/outcomes.ts';
import { sha256Of } from '../files/sha256.ts';
import { whileHeld } from '../files/while-held.ts';
import { removeUnfinished, writeAtomically } from '../files/write-atomically.ts';
import { headOf } from './copy-head.ts';
import { copyName, millOf, newestFirst, readCopyName, type Copy } from './copy-name.ts';
import { byMill, findCopies } from './find-copies.ts';
import { entryOf } from './mirror-entry.ts';
import { heldCopy, readCopy } from './read-copy.ts';
import { copiesToDrop } from './retention.ts';

interface MirrorOptions {
  /** Outside the profile, so that what takes the profile does not take the copies. */
  readonly folder: string;
  readonly now: () => number;
}

export type MirrorStore = Pick<DesktopApi, 'mirrorDossier' | 'listMirror' | 'readMirror' | 'forgetMirror'>;

/**
 * Copies of every dossier: one folder an enterprise, one file a copy. What is in a copy says whose it is and which is the
 * latest; its name repeats that with the hash of the contents, so that not all need be read, and is believed only as far as
 * the contents bear it out. A file that a crash left half written has no such name.
 */
export function mirrorStore({ folder, now }: MirrorOptions): MirrorStore {
  const folderOf = (id: string) => join(folder, millOf(id));
  /** Where the copies lay that were listed last, by their hashes; each is held against its hash when it is read. */
  let listed: ReadonlyMap<string, string> = new Map();
  let writing: Promise<unknown> = Promise.resolve();
  const write: DesktopApi['mirrorDossier'] = async ({ id, dossier }) => {
    const head = headOf(dossier);
    if (head?.id !== id) return trouble('refused');
    const place = folderOf(id);
    const copies = await copiesIn(place);
    const sha256 = sha256Of(dossier);
    const same = copies.find((copy) => copy.sha256 === sha256);
    if (same !== undefined && (await isWhole(place, same))) return done({ at: same.at });
    const bytes = Buffer.byteLength(dossier);
    const copy: Copy = { at: now(), revision: head.revision, mill: millOf(id), bytes, sha256 };
    await writeAtomically(join(place, copyName(copy)), dossier);
    if (!(await isWhole(place, copy))) return trouble('damaged');
    await tidy(place, copy, copies, now());
    return done({ at: copy.at });
  };
  const find = async (id: string) => byMill(await findCopies(folder)).get(millOf(id))?.copies ?? [];
  const forget: DesktopApi['forgetMirror'] = async ({ id }) => {
    const { copies } = await findCopies(folder);
    const own = copies.filter(({ copy }) => copy.mill === millOf(id)).map(({ path }) => path);
    const others = copies.filter(({ copy }) => copy.mill !== millOf(id)).map(({ path }) => path);
    const remains = await remainsIn(folderOf(id), others);
    for (const path of [...own, ...remains]) await whileHeld(() => rm(path, { recursive: true, force: true }));
    for (const place of new Set([folderOf(id), ...own.map((path) => dirname(path))]))
      if (place !== folder) await rmdir(place).catch(() => {});
    return done(null);
  };
  /** One after the other, so that no copy is written into a folder that goes. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const worked = writing.then(work);
    writing = worked.catch(() => {});
    return worked;
  };
  return {
    mirrorDossier: (request) => inTurn(() => write(request)),
    forgetMirror: (request) => inTurn(() => forget(request)),
    listMirror: async () => {
      const found = await findCopies(folder);
      listed = new Map(found.copies.map(({ copy, path }) => [copy.sha256, path]));
      const entries = await fewAtOnce([...byMill(found)], ([mill, copies]) => entryOf(mill, copies));
      return done({
        entries: entries.flatMap((entry) => (entry !== null && 'id' in entry ? entry : [])).sort(byId),
        unreadable: entries.flatMap((entry) => (entry !== null && 'folder' in entry ? entry : [])),
      });
    },
    readMirror: async ({ id, sha256 }) => {
      const known = sha256 === null ? undefined : listed.get(sha256);
      const asListed = known === undefined ? null : await readCopy(known, sha256);
      if (asListed?.kind === 'whole') return done(asListed.text);
      const copies = (await find(id)).filter(({ copy }) => sha256 === null || copy.sha256 === sha256);
      let isBusy = false;
      for (const { copy, path } of copies.sort((a, b) => newestFirst(a.copy, b.copy))) {
        const read = await readCopy(path, copy.sha256);
        if (read.kind === 'whole') return done(read.text);
        isBusy ||= read.kind === 'busy';
      }
      if (isBusy) return trouble('busy');
      return trouble(copies.length === 0 ? 'not-found' : 'damaged');
    },
  };
}

function byId(a: MirrorEntry, b: MirrorEntry): number {
  return a.id < b.id ? -1 : 1;
}

/** The copies of an enterprise that are where they were written, latest revision first. */
async function copiesIn(place: string): Promise<Copy[]> {
  const names = await readdir(place).catch(() => []);
  return names.flatMap((name) => readCopyName(name) ?? []).sort(newestFirst);
}

/** Whatever lies in the folder of an enterprise but what others have there. */
async function remainsIn(place: string, others: readonly string[]): Promise<string[]> {
  const names = await readdir(place).catch(() => []);
  return names
    .map((name) => join(place, name))
    .filter((path) => !others.some((other) => other === path || other.startsWith(path + sep)));
}

async function isWhole(place: string, copy: Copy): Promise<boolean> {
  return (await heldCopy(join(place, copyName(copy)), copy.sha256)).kind === 'whole';
}

/**
 * Only whole copies are counted when it is decided what may go; damaged ones go with the old. What was written just now was
 * read already, and stays, though others are of a later revision.
 */
async function tidy(place: string, written: Copy, others: readonly Copy[], now: number): Promise<void> {
  await removeUnfinished(place, now);
  const copies = [written, ...others].sort(newestFirst);
  if (copiesToDrop(copies).length === 0) return;
  const kinds = await fewAtOnce(copies, async (copy) =>
    copy === written ? 'whole' : (await heldCopy(join(place, copyName(copy)), copy.sha256)).kind,
  );
  const whole = copies.filter((_, i) => kinds[i] === 'whole');
  const damaged = copies.filter((_, i) => kinds[i] === 'damaged');
  for (const copy of [...copiesToDrop(whole), ...copiesToDrop(damaged)])
    if (copy !== written) await whileHeld(() => rm(join(place, copyName(copy)), { force: true }));
}

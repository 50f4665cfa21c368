import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopApi, MirrorEntry } from '../../contract/desktop-api.ts';
import { done, trouble } from '../../contract/outcomes.ts';
import { whileHeld } from '../files/while-held.ts';
import { putInPlace, removeUnfinished, writeAtomically } from '../files/write-atomically.ts';
import { copyName, hasSize, isGood, readCopyName, type Copy } from './copy-name.ts';
import { copiesToDrop } from './retention.ts';

interface MirrorOptions {
  /** Outside the profile, so that what takes the profile does not take the copies. */
  readonly folder: string;
  readonly now: () => number;
}

export type MirrorStore = Pick<DesktopApi, 'mirrorDossier' | 'listMirror' | 'readMirror' | 'forgetMirror'>;

const TITLE = 'enterprise.json';

/**
 * Copies of every dossier: one folder an enterprise, one file a copy, its time, size and hash in its name, so that a copy
 * says by itself whether it is whole. A file that a crash left half written has no such name.
 */
export function mirrorStore({ folder, now }: MirrorOptions): MirrorStore {
  const folderOf = (id: string) => join(folder, hash(id).slice(0, 16));
  let writing: Promise<unknown> = Promise.resolve();
  const write: DesktopApi['mirrorDossier'] = async ({ id, name, dossier }) => {
    const place = folderOf(id);
    const copies = await copiesIn(place);
    const sha256 = hash(dossier);
    const [newest] = copies;
    if (newest?.sha256 === sha256 && (await isGood(place, newest)) === true) return done({ at: newest.at });
    const at = Math.max(now(), (newest?.at ?? 0) + 1);
    const copy: Copy = { at, bytes: Buffer.byteLength(dossier), sha256 };
    await writeTitle(place, id, name);
    await writeAtomically(join(place, copyName(copy)), dossier);
    if ((await isGood(place, copy)) !== true) return trouble('damaged');
    await tidy(place, [copy, ...copies], now());
    return done({ at });
  };
  const forget: DesktopApi['forgetMirror'] = async ({ id }) => {
    await whileHeld(() => rm(folderOf(id), { recursive: true, force: true }));
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
      await mkdir(folder, { recursive: true });
      const names = await readdir(folder);
      const entries = await Promise.all(names.map((name) => entryOf(join(folder, name))));
      return done(entries.flatMap((entry) => entry ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)));
    },
    readMirror: async ({ id, at }) => {
      const place = folderOf(id);
      const copies = (await copiesIn(place)).filter((copy) => at === null || copy.at === at);
      for (const copy of copies)
        if ((await isGood(place, copy)) === true) return done(await readFile(join(place, copyName(copy)), 'utf8'));
      return trouble(copies.length === 0 ? 'not-found' : 'damaged');
    },
  };
}

/** Newest first. */
async function copiesIn(place: string): Promise<Copy[]> {
  const names = await readdir(place).catch(() => []);
  return names.flatMap((name) => readCopyName(name) ?? []).sort((a, b) => b.at - a.at);
}

/** Only whole copies are counted when it is decided what may go; damaged ones go with the old. */
async function tidy(place: string, copies: readonly Copy[], now: number): Promise<void> {
  await removeUnfinished(place, now);
  if (copiesToDrop(copies).length === 0) return;
  const good = await Promise.all(copies.map((copy) => isGood(place, copy)));
  const whole = copies.filter((_, i) => good[i] === true);
  const damaged = copies.filter((_, i) => good[i] === false);
  for (const copy of [...copiesToDrop(whole), ...copiesToDrop(damaged)])
    await whileHeld(() => rm(join(place, copyName(copy)), { force: true }));
}

/** The copy that follows flushes the folder of both. */
async function writeTitle(place: string, id: string, name: string): Promise<void> {
  const title = JSON.stringify({ id, name });
  const before = await readFile(join(place, TITLE), 'utf8').catch(() => '');
  if (before !== title) await putInPlace(join(place, TITLE), title);
}

/**
 * The copies are read from the newest to the first that is whole, of the others only the size; null for a folder that is
 * none of the mirror.
 */
async function entryOf(place: string): Promise<MirrorEntry | null> {
  const title = await readFile(join(place, TITLE), 'utf8').catch(() => null);
  if (title === null) return null;
  const { id, name } = readTitle(title);
  if (id === null) return null;
  const copies: Copy[] = [];
  const damaged: number[] = [];
  for (const copy of await copiesIn(place)) {
    const good = await (copies.length === 0 ? isGood(place, copy) : hasSize(place, copy));
    if (good === true) copies.push(copy);
    if (good === false) damaged.push(copy.at);
  }
  return { id, name, copies, damaged };
}

function readTitle(text: string): { id: string | null; name: string } {
  try {
    const { id, name } = JSON.parse(text) as { id?: unknown; name?: unknown };
    return { id: typeof id === 'string' ? id : null, name: typeof name === 'string' ? name : '' };
  } catch {
    return { id: null, name: '' };
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

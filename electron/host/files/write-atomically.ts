import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { orNone } from './or-none.ts';
import { OWNER_ONLY } from './rights.ts';
import { whileHeld } from './while-held.ts';

export const UNFINISHED = '.unfinished';
/** No write takes longer, in milliseconds. */
const ABANDONED_AFTER = 3600 * 1000;

type Content = Uint8Array | string | AsyncIterable<Uint8Array>;

/**
 * Writes a file so that at every moment either the old or the whole new one is there: a temporary file beside it, flushed
 * to the disk, then put in its place, and the folder flushed where the system can. @throws what the file system or the
 * content says; the old file is then untouched.
 */
export async function writeAtomically(path: string, content: Content, rights = OWNER_ONLY): Promise<void> {
  await putInPlace(path, content, rights);
  await syncFolder(dirname(path));
}

/** The same without flushing the folder, for a file that is followed by another in the same folder, flushed with it. */
export async function putInPlace(path: string, content: Content, rights = OWNER_ONLY): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder, rights);
  const temporary = join(folder, `${randomUUID()}${UNFINISHED}`);
  try {
    const file = await open(temporary, 'wx', rights.file);
    try {
      await writeFile(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await whileHeld(() => rename(temporary, path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Removes what crashes left half written in a folder, if it is there; what may still be written stays. Gives how many went. */
export async function removeUnfinished(folder: string, now: number): Promise<number> {
  let removed = 0;
  for (const name of await orNone(readdir(folder))) {
    if (!name.endsWith(UNFINISHED)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found === null || now - found.mtimeMs <= ABANDONED_AFTER) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** Makes a folder where there is none. On a disk that is only read, Node says of a folder to be made in a folder to be made that it is not found. */
export async function makeFolder(folder: string, rights = OWNER_ONLY): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: rights.folder });
  } catch (error) {
    await access(await nearestFolder(folder), constants.W_OK);
    throw error;
  }
}

async function nearestFolder(path: string): Promise<string> {
  const parent = dirname(path);
  const found = await stat(path).catch(() => null);
  return found !== null || parent === path ? path : nearestFolder(parent);
}

/** Flushes what was put in a folder to the disk; Windows has no way to do so and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

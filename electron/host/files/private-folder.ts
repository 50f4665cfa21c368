import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fewAtOnce } from '../../contract/few-at-once.ts';
import { isLitter } from './litter.ts';
import { OWN_NAMES } from './own-names.ts';
import { OWNER_ONLY } from './rights.ts';

const OWN: readonly string[] = Object.values(OWN_NAMES);

/**
 * Makes a folder that is its owner's alone; where it is there already, takes everybody else's rights from what the program
 * made in it, and from the folder itself unless it holds other things too, as a home does. What stands in a folder that was
 * closed already is out of reach and not looked at; links are left, as is what belongs to another user. Windows has no such
 * modes: there the home of a user is closed to others by itself. @throws what the file system says where the folder cannot
 * be made or listed.
 */
export async function keepPrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
  if (process.platform === 'win32') return;
  const names = await readdir(folder);
  if (names.every((name) => OWN.includes(name) || isLitter(name))) await closeToOthers(folder);
  const opened: string[] = [];
  for (const path of names.filter((name) => OWN.includes(name)).map((name) => join(folder, name)))
    if (await closeToOthers(path)) opened.push(path);
  for (const path of opened) await closeAllBelow(path);
}

/** The folder itself is closed, so that nobody reads a file meanwhile. */
async function closeAllBelow(path: string): Promise<void> {
  const below = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  await fewAtOnce(below, ({ parentPath, name }) => closeToOthers(join(parentPath, name)));
}

/** Whether others had rights to it. */
async function closeToOthers(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  if (found === null || found.isSymbolicLink() || (found.mode & ~OWNER_ONLY.folder & 0o777) === 0) return false;
  await chmod(path, found.mode & OWNER_ONLY.folder).catch(() => {});
  return true;
}

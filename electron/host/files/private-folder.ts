import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Of a folder that the program makes: nobody but its owner lists or enters it. */
export const OWNER_ONLY = 0o700;

/**
 * Makes a folder that is its owner's alone, and takes everybody else's rights from one that is there and from all that
 * stands in it; links are left, as is what belongs to another user. Windows has no such modes: there the home of a user
 * is closed to others by itself. @throws what the file system says where the folder cannot be made.
 */
export async function keepPrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY });
  if (process.platform === 'win32') return;
  await closeToOthers(folder);
  for (const { parentPath, name } of await readdir(folder, { recursive: true, withFileTypes: true }))
    await closeToOthers(join(parentPath, name));
}

async function closeToOthers(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found === null || found.isSymbolicLink() || (found.mode & ~OWNER_ONLY & 0o777) === 0) return;
  await chmod(path, found.mode & OWNER_ONLY).catch(() => {});
}

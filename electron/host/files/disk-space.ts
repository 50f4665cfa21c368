import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Below this no evidence is taken, in bytes. */
export const LEAST_FOR_EVIDENCE = 500 * 1024 * 1024;

/** Bytes free where a folder stands or will stand; null where the system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  const parent = dirname(folder);
  if (!existsSync(folder) && parent !== folder) return freeBytes(parent);
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

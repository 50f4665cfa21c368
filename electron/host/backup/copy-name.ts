import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** One copy of a dossier: when it was written (milliseconds since 1970), its size and its SHA-256. */
export interface Copy {
  readonly at: number;
  readonly bytes: number;
  readonly sha256: string;
}

const NAME = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z)\.(\d+)\.([0-9a-f]{64})\.json$/;

/** Sorted by name, copies are sorted by time; no sign in it is forbidden on Windows. */
export function copyName({ at, bytes, sha256 }: Copy): string {
  return `${new Date(at).toISOString().replaceAll(':', '-')}.${bytes}.${sha256}.json`;
}

/** Null where the name is not that of a copy. */
export function readCopyName(name: string): Copy | null {
  const [, time, bytes, sha256] = NAME.exec(name) ?? [];
  if (time === undefined || bytes === undefined || sha256 === undefined) return null;
  const at = Date.parse(time.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'));
  return Number.isNaN(at) ? null : { at, bytes: Number(bytes), sha256 };
}

/** Whether a copy still has the size that was written; null where it is gone. */
export async function hasSize(place: string, copy: Copy): Promise<boolean | null> {
  const found = await stat(join(place, copyName(copy))).catch(() => null);
  return found === null ? null : found.size === copy.bytes;
}

/** Whether a copy still is what was written; null where it is gone. */
export async function isGood(place: string, copy: Copy): Promise<boolean | null> {
  const sized = await hasSize(place, copy);
  if (sized !== true) return sized;
  const bytes = await readFile(join(place, copyName(copy))).catch(() => null);
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === copy.sha256;
}

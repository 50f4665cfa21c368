import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localDay } from '../contract/local-day.ts';

/**
 * Where a package that is made in a page goes, as a page has no dialog that writes a large file. Its name says when it was
 * made, in the time of this computer, and nothing of the mill: whoever sees a folder or a stick reads it.
 */
export function newPackagePath(folder: string, now: number): string {
  const path = join(folder, `交接包-${momentOf(now)}-${randomBytes(2).toString('hex')}.zhizhen`);
  return existsSync(path) ? newPackagePath(folder, now) : path;
}

function momentOf(now: number): string {
  const time = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${localDay(now).replaceAll('-', '')}-${two(time.getHours())}${two(time.getMinutes())}`;
}

import { readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BinnedDay, Sha256 } from '../../contract/desktop-api.ts';
import { isAged, staysUntil, withSweep } from './bin-age.ts';
import { isWhole } from './is-whole.ts';
import { orNone } from './or-none.ts';
import { isSha256 } from './sha256.ts';
import { whileHeld } from './while-held.ts';
import { makeFolder, putInPlace } from './write-atomically.ts';

const BIN = '待清理';
/** Beside the files of a day: the days of the sweeps since that count. */
const SWEPT_ON = 'swept-on.json';

/** Moments in milliseconds since 1970. */
interface Between {
  readonly from: number;
  readonly before: number;
}

export type EvidenceBin = ReturnType<typeof evidenceBin>;

/**
 * Where files that nobody names lie before they are deleted: `待清理/YYYY-MM-DD/<sha256>` by the day on which they came. A
 * file is moved with one rename, so that at every moment it stands in the bin or at its place.
 */
export function evidenceBin(folder: string, placeOf: (sha256: Sha256) => string) {
  const bin = join(folder, BIN);
  const dayFolders = async () =>
    (await orNone(readdir(bin, { withFileTypes: true })))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  const filesOf = async (day: string) => (await orNone(readdir(join(bin, day)))).filter(isSha256);
  const all = async () => {
    const days = await Promise.all(
      (await dayFolders()).map(async (day) => (await filesOf(day)).map((sha256) => ({ day, sha256 }))),
    );
    return days.flat();
  };

  /** Moves a file from the bin back to its place; where its place holds the bytes already, those stay. */
  const putBack = async (day: string, sha256: Sha256) => {
    const binned = join(bin, day, sha256);
    const place = placeOf(sha256);
    if (await isWhole(place, sha256)) await rm(binned, { force: true });
    else await renameIfThere(binned, place);
  };

  return {
    /** Brings a file back to its place, if the bin holds it. */
    bringBack: async (sha256: Sha256): Promise<void> => {
      for (const day of await dayFolders()) if (await isThere(join(bin, day, sha256))) return putBack(day, sha256);
    },

    /** Brings back all files that are named; gives how many, and how many stay. @throws what the file system says, but where there is no bin */
    bringBackAll: async (isNamed: (sha256: Sha256) => boolean) => {
      const binned = await all();
      const named = binned.filter(({ sha256 }) => isNamed(sha256));
      for (const { day, sha256 } of named) await putBack(day, sha256);
      for (const day of new Set(named.map((file) => file.day))) await removeEmptied(join(bin, day));
      return { broughtBack: named.length, left: binned.length - named.length };
    },

    /**
     * Moves a file that was last given between two moments into the bin of a day. One that is given meanwhile is seen by
     * its time, and goes back. Whatever came on that day before counts its sweeps anew, as the clock may have been set back
     * to it. Gives whether it was moved.
     */
    moveIn: async (sha256: Sha256, today: string, given: Between): Promise<boolean> => {
      const place = placeOf(sha256);
      const binned = join(bin, today, sha256);
      if (!(await wasGiven(place, given))) return false;
      await rm(join(bin, today, SWEPT_ON), { force: true });
      if (!(await renameIfThere(place, binned))) return false;
      if (await wasGiven(binned, given)) return true;
      if (await isThere(binned)) await putBack(today, sha256);
      return false;
    },

    /** Notes that there was a sweep, and deletes what has lain long enough; gives how many files went. */
    age: async (today: string): Promise<number> => {
      let deleted = 0;
      for (const day of await dayFolders()) {
        const before = await sweptOn(join(bin, day));
        const sweeps = withSweep(day, before, today);
        if (sweeps !== before) await putInPlace(join(bin, day, SWEPT_ON), JSON.stringify(sweeps));
        if (!isAged(day, sweeps, today)) continue;
        for (const sha256 of await filesOf(day)) {
          await whileHeld(() => rm(join(bin, day, sha256), { force: true }));
          deleted += 1;
        }
        await removeEmptied(join(bin, day));
      }
      return deleted;
    },

    /** What lies in the bin by the day on which it came, the oldest first. */
    days: async (today: string): Promise<BinnedDay[]> => {
      const days: BinnedDay[] = [];
      for (const day of await dayFolders()) {
        const files = await filesOf(day);
        const sizes = await Promise.all(files.map((name) => sizeOf(join(bin, day, name))));
        if (files.length === 0) continue;
        days.push({
          cameOn: day,
          files: files.length,
          bytes: sizes.reduce((sum, size) => sum + size, 0),
          staysUntil: staysUntil(day, await sweptOn(join(bin, day)), today),
        });
      }
      return days;
    },

    path: bin,
  };
}

/** None where it is not known: then none counts. */
async function sweptOn(folder: string): Promise<readonly string[]> {
  try {
    const days: unknown = JSON.parse(await readFile(join(folder, SWEPT_ON), 'utf8'));
    return Array.isArray(days) ? days.map(String) : [];
  } catch {
    return [];
  }
}

/** False, and nothing done, where the file is gone: another program may sweep, or be given it, at the same moment. */
async function renameIfThere(from: string, to: string): Promise<boolean> {
  await makeFolder(dirname(to));
  try {
    await whileHeld(() => rename(from, to));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** A day without files leaves nothing behind; one with files, or with what is not ours, stays. */
async function removeEmptied(folder: string): Promise<void> {
  const left = await orNone(readdir(folder));
  if (left.some((name) => name !== SWEPT_ON)) return;
  await rm(join(folder, SWEPT_ON), { force: true });
  await rmdir(folder).catch(() => {});
}

/** False where it is gone. */
async function wasGiven(path: string, { from, before }: Between): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.mtimeMs >= from && found.mtimeMs < before;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

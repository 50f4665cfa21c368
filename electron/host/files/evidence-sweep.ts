import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopApi, Sha256 } from '../../contract/desktop-api.ts';
import { localDay } from '../../contract/local-day.ts';
import { done, trouble } from '../../contract/outcomes.ts';
import type { EvidenceBin } from './evidence-bin.ts';
import { orNone } from './or-none.ts';
import { isSha256 } from './sha256.ts';
import { removeUnfinished } from './write-atomically.ts';

/** What all copies outside the database say together. */
export interface CopiesSay {
  /** Every file of evidence that any of them names. */
  readonly named: ReadonlySet<Sha256>;
  /** Ids of the enterprises of which there is a copy. */
  readonly enterprises: ReadonlySet<string>;
}

interface SweepParts {
  readonly folder: string;
  readonly bin: EvidenceBin;
  readonly now: () => number;
  readonly copies: () => Promise<CopiesSay>;
}

/** Long enough for an answer that refers to a kept file to reach the disk, in milliseconds. */
const GRACE_MS = 24 * 3600 * 1000;
/** A younger database cannot say what nobody names: it may be another one's place that it has taken. In milliseconds. */
const YOUNGEST_DATABASE_MS = 7 * 24 * 3600 * 1000;
const PLACE = /^[0-9a-f]{2}$/;

/**
 * Moves what nobody names into the bin, deletes what has lain there long enough, and brings back what is named. Nothing but
 * the last is done unless the database has enterprises, is old enough, and has a whole copy of each, and all copies can be
 * read: a copy that cannot may name anything. What was given before the database began is not its own to judge.
 */
export function evidenceSweep({ folder, bin, now, copies }: SweepParts): DesktopApi['sweepEvidence'] {
  return async ({ referenced, enterprises, since }) => {
    const today = localDay(now());
    const named = new Set(referenced);
    const places = await placesIn(folder);
    const { left } = await bin.bringBackAll((sha256) => named.has(sha256));
    for (const place of places) await removeUnfinished(place, now());
    const unnamed = (await Promise.all(places.map((place) => readdir(place))))
      .flat()
      .filter((name) => isSha256(name) && !named.has(name));
    if (unnamed.length === 0 && left === 0) return done({ moved: 0, deleted: 0 });
    if (now() - since < YOUNGEST_DATABASE_MS) return trouble('database-new');
    const said = await copies().catch(() => null);
    if (said === null || !areCopied(enterprises, said)) return trouble('copies-incomplete');
    await bin.bringBackAll((sha256) => said.named.has(sha256));
    const deleted = await bin.age(today);
    let moved = 0;
    for (const sha256 of unnamed)
      if (!said.named.has(sha256) && (await bin.moveIn(sha256, today, { from: since, before: now() - GRACE_MS })))
        moved += 1;
    return done({ moved, deleted });
  };
}

function areCopied(enterprises: readonly string[], said: CopiesSay): boolean {
  return enterprises.length > 0 && enterprises.every((id) => said.enterprises.has(id));
}

/** None where no file was kept yet. @throws where the folder cannot be read */
async function placesIn(folder: string): Promise<string[]> {
  const parts = await orNone(readdir(folder, { withFileTypes: true }));
  return parts.filter((part) => part.isDirectory() && PLACE.test(part.name)).map(({ name }) => join(folder, name));
}

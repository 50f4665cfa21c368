import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopApi, Sha256 } from '../../contract/desktop-api.ts';
import { done, trouble } from '../../contract/outcomes.ts';
import type { EvidenceStreams } from '../hand-over/evidence-streams.ts';
import { LEAST_FOR_EVIDENCE } from './disk-space.ts';
import { EvidenceDamaged } from './evidence-damaged.ts';
import { removeUnfinished, writeAtomically } from './write-atomically.ts';

/** Long enough for an answer that refers to a kept file to reach the disk, in milliseconds. */
const GRACE_MS = 24 * 3600 * 1000;
const NAME = /^[0-9a-f]{64}$/;
const SHA256_DIGITS = 64;
const TAKEN_ASIDE = '.swept';

interface EvidenceOptions {
  readonly folder: string;
  /** Bytes free where the folder stands; null where that is not known. */
  readonly free: () => Promise<number | null>;
  readonly now: () => number;
  /** Of some files, those that something outside the database still names, such as a copy of the mirror. */
  readonly namedElsewhere: (files: ReadonlySet<Sha256>) => Promise<ReadonlySet<Sha256>>;
}

export type EvidenceStore = Pick<DesktopApi, 'keepEvidence' | 'readEvidence' | 'sweepEvidence'>;

/** Files that prove answers, each under its SHA-256 and kept once. */
export function evidenceStore(options: EvidenceOptions): EvidenceStore & { readonly streams: EvidenceStreams } {
  const { folder, now } = options;
  const placeOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256);
  const hasRoom = async (bytes: number) => {
    const space = await options.free();
    return space === null || space - bytes >= LEAST_FOR_EVIDENCE;
  };
  const streams: EvidenceStreams = {
    sizeOf: async (sha256) => (await stat(placeOf(sha256)).catch(() => null))?.size ?? null,
    read: (sha256) => checked(createReadStream(placeOf(sha256)), sha256),
    keep: async (sha256, bytes, content) => {
      if (!(await hasRoom(bytes))) return trouble('disk-low');
      const path = placeOf(sha256);
      try {
        if (!(await isWhole(path, sha256)) || !(await touch(path, now())))
          await writeAtomically(path, checked(content, sha256));
      } catch (error) {
        if (error instanceof EvidenceDamaged) return trouble('damaged');
        throw error;
      }
      return done({ sha256, bytes });
    },
  };
  return {
    streams,
    keepEvidence: ({ bytes }) =>
      streams.keep(createHash('sha256').update(bytes).digest('hex'), bytes.byteLength, once(bytes)),
    readEvidence: async ({ sha256 }) => {
      const parts: Uint8Array[] = [];
      try {
        for await (const part of streams.read(sha256)) parts.push(part);
      } catch (error) {
        if (error instanceof EvidenceDamaged) return trouble('damaged');
        throw error;
      }
      return done(new Uint8Array(Buffer.concat(parts)));
    },
    sweepEvidence: async ({ referenced }) => {
      const named = new Set(referenced);
      const places = await placesIn(folder);
      let removed = 0;
      for (const place of places) {
        removed += await removeUnfinished(place, now());
        await putBack(place);
      }
      const unnamed = (await Promise.all(places.map((place) => readdir(place))))
        .flat()
        .filter((name) => NAME.test(name) && !named.has(name));
      if (unnamed.length === 0) return done({ removed });
      const elsewhere = await options.namedElsewhere(new Set(unnamed));
      for (const sha256 of unnamed)
        if (!elsewhere.has(sha256) && (await isRemoved(placeOf(sha256), now() - GRACE_MS))) removed += 1;
      return done({ removed });
    },
  };
}

/** The same bytes, held against their hash at the end. @throws EvidenceDamaged */
async function* checked(content: AsyncIterable<Uint8Array>, sha256: Sha256): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  for await (const part of content) {
    hash.update(part);
    yield part;
  }
  if (hash.digest('hex') !== sha256) throw new EvidenceDamaged();
}

// eslint-disable-next-line @typescript-eslint/require-await -- bytes at hand, as a stream
async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function isWhole(path: string, sha256: Sha256): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path) as AsyncIterable<Buffer>) hash.update(part);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}

/** Marks a file as given a moment ago; false where it was swept meanwhile. */
async function touch(path: string, now: number): Promise<boolean> {
  return utimes(path, now / 1000, now / 1000).then(
    () => true,
    () => false,
  );
}

/**
 * Removes a file that was last given before a moment. It is taken aside first: whoever gives the same file meanwhile
 * either is seen by its time, and the file goes back, or finds none and writes it again.
 */
async function isRemoved(path: string, before: number): Promise<boolean> {
  const aside = `${path}.${randomUUID()}${TAKEN_ASIDE}`;
  if ((await stat(path)).mtimeMs >= before) return false;
  await rename(path, aside);
  if ((await stat(aside)).mtimeMs >= before) {
    await rename(aside, path);
    return false;
  }
  await rm(aside);
  return true;
}

/** What a crash left taken aside goes back first. */
async function putBack(place: string): Promise<void> {
  for (const name of await readdir(place))
    if (name.endsWith(TAKEN_ASIDE)) await rename(join(place, name), join(place, name.slice(0, SHA256_DIGITS)));
}

async function placesIn(folder: string): Promise<string[]> {
  const parts = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return parts.filter((part) => part.isDirectory()).map(({ name }) => join(folder, name));
}

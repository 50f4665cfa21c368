import { createReadStream } from 'node:fs';
import { stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopApi, Sha256 } from '../../contract/desktop-api.ts';
import { localDay } from '../../contract/local-day.ts';
import { done, trouble } from '../../contract/outcomes.ts';
import type { EvidenceStreams } from '../hand-over/evidence-streams.ts';
import { LEAST_FOR_EVIDENCE } from './disk-space.ts';
import { evidenceBin } from './evidence-bin.ts';
import { EvidenceDamaged } from './evidence-damaged.ts';
import { evidenceSweep, type CopiesSay } from './evidence-sweep.ts';
import { isWhole } from './is-whole.ts';
import { checked, sha256Of } from './sha256.ts';
import { writeAtomically } from './write-atomically.ts';

interface EvidenceOptions {
  readonly folder: string;
  /** Bytes free where the folder stands; null where that is not known. */
  readonly free: () => Promise<number | null>;
  readonly now: () => number;
  /** What the copies outside the database name. Rejects where any of them cannot be read or is damaged. */
  readonly copies: () => Promise<CopiesSay>;
}

export type EvidenceStore = Pick<
  DesktopApi,
  'keepEvidence' | 'readEvidence' | 'sweepEvidence' | 'listEvidenceBin' | 'putBackEvidence'
>;

/**
 * Files that prove answers, each under its SHA-256 and kept once. Whoever asks for one that lies in the bin has it brought
 * back to its place.
 */
export function evidenceStore(options: EvidenceOptions): EvidenceStore & { readonly streams: EvidenceStreams } {
  const { folder, now, copies } = options;
  const placeOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256);
  const bin = evidenceBin(folder, placeOf);
  const hasRoom = async (bytes: number) => {
    const space = await options.free();
    return space === null || space - bytes >= LEAST_FOR_EVIDENCE;
  };
  /** A bin that cannot be read keeps nobody from what stands at its place. */
  const broughtBack = async (sha256: Sha256) => {
    await bin.bringBack(sha256).catch(() => {});
    return placeOf(sha256);
  };
  const streams: EvidenceStreams = {
    sizeOf: async (sha256) => (await stat(await broughtBack(sha256)).catch(() => null))?.size ?? null,
    isWhole: async (sha256) => isWhole(await broughtBack(sha256), sha256),
    read: async function* (sha256) {
      yield* checked(createReadStream(await broughtBack(sha256)), sha256);
    },
    keep: async (sha256, bytes, content) => {
      if (!(await hasRoom(bytes))) return trouble('disk-low');
      const path = await broughtBack(sha256);
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
    keepEvidence: async ({ bytes }) =>
      bytes.byteLength === 0 ? trouble('empty-file') : streams.keep(sha256Of(bytes), bytes.byteLength, once(bytes)),
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
    sweepEvidence: evidenceSweep({ folder, bin, now, copies }),
    listEvidenceBin: async () => done({ folder: bin.path, days: await bin.days(localDay(now())) }),
    putBackEvidence: async () => done({ broughtBack: (await bin.bringBackAll(() => true)).broughtBack }),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- bytes at hand, as a stream
async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Marks a file as given a moment ago; false where it was swept meanwhile. */
async function touch(path: string, now: number): Promise<boolean> {
  return utimes(path, now / 1000, now / 1000).then(
    () => true,
    () => false,
  );
}

import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopApi, Sha256 } from '../../contract/desktop-api.ts';
import { done, trouble } from '../../contract/outcomes.ts';
import { LEAST_FOR_EVIDENCE } from './disk-space.ts';
import { writeAtomically } from './write-atomically.ts';

/** Long enough for an answer that refers to a kept file to reach the disk, in milliseconds. */
const GRACE_MS = 24 * 3600 * 1000;

interface EvidenceOptions {
  readonly folder: string;
  /** Bytes free where the folder stands; null where that is not known. */
  readonly free: () => Promise<number | null>;
  readonly now: () => number;
}

export type EvidenceStore = Pick<DesktopApi, 'keepEvidence' | 'readEvidence' | 'sweepEvidence'>;

/** Files that prove answers, each under its SHA-256 and kept once. */
export function evidenceStore({ folder, free, now }: EvidenceOptions): EvidenceStore {
  const placeOf = (sha256: Sha256) => join(folder, sha256.slice(0, 2), sha256);
  const isWhole = async (path: string, sha256: Sha256) => hashOf(await readFile(path)) === sha256;
  return {
    keepEvidence: async ({ bytes }) => {
      const space = await free();
      if (space !== null && space - bytes.byteLength < LEAST_FOR_EVIDENCE) return trouble('disk-low');
      const sha256 = hashOf(bytes);
      const path = placeOf(sha256);
      if (!(await exists(path)) || !(await isWhole(path, sha256))) await writeAtomically(path, bytes);
      const moment = now() / 1000;
      await utimes(path, moment, moment);
      return done({ sha256, bytes: bytes.byteLength });
    },
    readEvidence: async ({ sha256 }) => {
      const bytes = await readFile(placeOf(sha256));
      return hashOf(bytes) === sha256 ? done(new Uint8Array(bytes)) : trouble('damaged');
    },
    sweepEvidence: async ({ referenced }) => {
      const named = new Set(referenced);
      let removed = 0;
      for (const path of await filesBelow(folder)) {
        const isOld = now() - (await stat(path)).mtimeMs > GRACE_MS;
        if (!isOld || named.has(path.slice(-64))) continue;
        await rm(path);
        removed += 1;
      }
      return done({ removed });
    },
  };
}

function hashOf(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Files one folder deep, those that a crash left unfinished included. */
async function filesBelow(folder: string): Promise<string[]> {
  if (!(await exists(folder))) return [];
  const parts = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    parts
      .filter((part) => part.isDirectory())
      .map(async ({ name }) => (await readdir(join(folder, name))).map((file) => join(folder, name, file))),
  );
  return lists.flat();
}

import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DesktopApi, OpenedPackage, PackRequest } from '../../contract/desktop-api.ts';
import { CANCELLED, done, trouble, type Outcome } from '../../contract/outcomes.ts';
import { safeFileName } from '../../contract/safe-file-name.ts';
import { EvidenceDamaged } from '../files/evidence-damaged.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import type { EvidenceStreams } from './evidence-streams.ts';
import { keyOf, LOCK_COST, type LockCost } from './lock.ts';
import { makePackage } from './make-package.ts';
import { readPackage, type ReadPackage } from './read-package.ts';
import { fingerprintOf, signingKey } from './signing-key.ts';
import { PackageTrouble } from './trouble.ts';

interface PackageOptions {
  /** File of the specialist's own key. */
  readonly keyFile: string;
  readonly evidence: EvidenceStreams;
  /** Null where the user closed the dialog. */
  readonly chooseSavePath: (suggested: string) => Promise<string | null>;
  readonly chooseOpenPath: () => Promise<string | null>;
  /** Told of each saved file, so that it can be shown in its folder; gives the ticket. */
  readonly saved: (path: string) => string;
  readonly cost?: LockCost;
}

type PackageCalls = Pick<DesktopApi, 'packDossier' | 'openPackage' | 'acceptPackage'>;

export interface GivenFiles {
  /** Chooses a file without a dialog, for one that the system hands over; `openPackage` with `again` then opens it. */
  readonly giveFile: (path: string) => void;
}

/** What the user was shown, and where it can be read once more. */
interface Shown {
  readonly ticket: string;
  readonly path: string;
  readonly content: Omit<ReadPackage, 'dossier'>;
}

/** Hand-over packages: made, opened and checked without writing anything, and taken in once the user agrees. */
export function packageCalls(options: PackageOptions): PackageCalls & GivenFiles {
  let chosen: string | null = null;
  let shown: Shown | null = null;
  return {
    giveFile: (path) => {
      chosen = path;
    },
    packDossier: (request) => caught(() => pack(request, options)),
    openPackage: ({ again, passphrase }) =>
      caught(async () => {
        const last = chosen;
        const path = again ? last : await options.chooseOpenPath();
        if (path === null) return again ? trouble('not-found') : CANCELLED;
        // One that was given meanwhile is opened next.
        if (chosen === last) chosen = path;
        const { dossier, ...content } = await readPackage(path, (lock) => keyOf(lock, passphrase), drop);
        shown = { ticket: randomUUID(), path, content };
        return done(await asShown(shown, dossier, options.evidence));
      }),
    acceptPackage: ({ ticket }) =>
      caught(async () => {
        if (shown?.ticket !== ticket) return trouble('not-found');
        const accepted = shown;
        await take(accepted, options.evidence);
        if (shown === accepted) shown = null;
        return done({ evidence: accepted.content.manifest.evidence.length });
      }),
  };
}

async function pack(request: PackRequest, options: PackageOptions): ReturnType<PackageCalls['packDossier']> {
  const path = await options.chooseSavePath(`${safeFileName(request.name)}.zhizhen`);
  if (path === null) return CANCELLED;
  const key = await signingKey(options.keyFile);
  const { bytes, missing } = await makePackage(request, options.evidence, key, options.cost ?? LOCK_COST);
  await writeAtomically(path, bytes);
  return done({ ticket: options.saved(path), file: basename(path), missing });
}

/** Reads the package once more and keeps its evidence. @throws PackageTrouble where it is no longer what was shown. */
async function take({ path, content }: Shown, evidence: EvidenceStreams): Promise<void> {
  const { size, mtimeMs } = await stat(path);
  if (size !== content.file.bytes || mtimeMs !== content.file.changedAt) throw new PackageTrouble('damaged');
  const agreed = new Map(content.manifest.evidence.map(({ sha256, bytes }) => [sha256, bytes]));
  const { file } = await readPackage(
    path,
    () => heldKey(content),
    async ({ sha256, bytes }, pieces) => {
      if (agreed.get(sha256) !== bytes) throw new PackageTrouble('damaged');
      const kept = await evidence.keep(sha256, bytes, pieces);
      if (kept.kind !== 'done') throw new PackageTrouble(kept.kind === 'trouble' ? kept.trouble : 'failed');
    },
  );
  if (file.sha256 !== content.file.sha256) throw new PackageTrouble('damaged');
}

/** A package that was open to all and now is locked was exchanged. */
function heldKey({ key }: Shown['content']): Promise<Buffer> {
  return key === null ? Promise.reject(new PackageTrouble('damaged')) : Promise.resolve(key);
}

/** Checking alone keeps nothing. */
const drop = () => Promise.resolve();

async function asShown(
  { ticket, content: { manifest, header } }: Shown,
  dossier: string,
  kept: Pick<EvidenceStreams, 'isWhole'>,
): Promise<OpenedPackage> {
  const { evidence, madeAt, maker, isDeidentified } = manifest;
  const files: OpenedPackage['evidence'][number][] = [];
  for (const file of evidence) files.push({ ...file, isHere: await kept.isWhole(file.sha256) });
  return {
    ticket,
    dossier,
    evidence: files,
    isEncrypted: header.lock !== null,
    isDeidentified,
    madeAt,
    maker,
    signer: fingerprintOf(header.signer),
  };
}

async function caught<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PackageTrouble) return trouble(error.trouble);
    if (error instanceof EvidenceDamaged) return trouble('damaged');
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DesktopApi, OpenedPackage, PackRequest, Sha256 } from '../../contract/desktop-api.ts';
import { CANCELLED, done, trouble, type Outcome } from '../../contract/outcomes.ts';
import { safeFileName } from '../../contract/safe-file-name.ts';
import { EvidenceDamaged } from '../files/evidence-damaged.ts';
import type { Rights } from '../files/rights.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import type { EvidenceStreams } from './evidence-streams.ts';
import { keyOf, LOCK_COST, type LockCost } from './lock.ts';
import { contentsOf, makePackage } from './make-package.ts';
import type { KnownSigners } from './known-signers.ts';
import { whileOpen, type ReadPackage } from './read-package.ts';
import { fingerprintOf, ownSigner, signerOf, signingKey } from './signing-key.ts';
import { PackageTrouble } from './trouble.ts';
import type { Damage } from './zip-in.ts';

interface PackageOptions {
  /** File of the specialist's own key. */
  readonly keyFile: string;
  readonly evidence: EvidenceStreams;
  readonly signers: KnownSigners;
  /** Null where the user closed the dialog. */
  readonly chooseSavePath: (suggested: string) => Promise<string | null>;
  readonly chooseOpenPath: () => Promise<string | null>;
  /** Told of each saved file, so that it can be shown in its folder; gives the ticket. */
  readonly saved: (path: string) => string;
  readonly cost?: LockCost;
  /** Of packages that are made; their owner's alone where nothing is said. */
  readonly rights?: Rights;
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
  readonly content: Pick<ReadPackage, 'header' | 'key' | 'manifest' | 'mark'>;
  readonly file: FileState;
}

/** The file that was read; one that was written since has others. */
interface FileState {
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
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
        const file = await stateOf(path);
        return whileOpen(
          path,
          (lock) => keyOf(lock, passphrase),
          async ({ dossier, damage, ...content }) => {
            const found = await damage();
            shown = { ticket: randomUUID(), path, content, file };
            return done(await asShown(shown, dossier, found, options));
          },
        );
      }),
    acceptPackage: ({ ticket }) =>
      caught(async () => {
        if (shown?.ticket !== ticket) return trouble('not-found');
        const accepted = shown;
        const { header, manifest } = accepted.content;
        const damaged = await take(accepted, options.evidence);
        if (header.signer !== (await ownSigner(options.keyFile)))
          await options.signers.remember(header.signer, manifest.maker);
        if (shown === accepted) shown = null;
        return done({ evidence: manifest.evidence.length - damaged.length, damaged });
      }),
  };
}

async function pack(request: PackRequest, options: PackageOptions): ReturnType<PackageCalls['packDossier']> {
  const contents = await contentsOf(request, options.evidence);
  const path = await options.chooseSavePath(`${safeFileName(request.name)}.zhizhen`);
  if (path === null) return CANCELLED;
  const key = await signingKey(options.keyFile);
  const cost = options.cost ?? LOCK_COST;
  const { bytes, missing, damaged } = await makePackage(contents, options.evidence.read, key, cost);
  await writeAtomically(path, bytes, options.rights);
  const fingerprint = fingerprintOf(signerOf(key));
  return done({ ticket: options.saved(path), file: basename(path), missing, damaged, fingerprint });
}

/**
 * Reads the package once more, keeps each file of its evidence that is whole and gives the others. @throws PackageTrouble
 * where it is no longer what was shown.
 */
async function take({ path, content, file }: Shown, evidence: EvidenceStreams): Promise<readonly Sha256[]> {
  const { bytes, changedAt } = await stateOf(path);
  if (bytes !== file.bytes || changedAt !== file.changedAt) throw new PackageTrouble('damaged');
  return whileOpen(
    path,
    () => heldKey(content),
    async (opened) => {
      if (opened.mark !== content.mark) throw new PackageTrouble('damaged');
      const damaged: Sha256[] = [];
      for (const { sha256, bytes, content: pieces } of opened.evidence) {
        const kept = await evidence.keep(sha256, bytes, pieces);
        if (kept.kind === 'done') continue;
        const reason = kept.kind === 'trouble' ? kept.trouble : 'failed';
        if (reason !== 'damaged') throw new PackageTrouble(reason);
        damaged.push(sha256);
      }
      return damaged;
    },
  );
}

async function stateOf(path: string): Promise<FileState> {
  const { size, mtimeMs } = await stat(path);
  return { bytes: size, changedAt: mtimeMs };
}

/** A package that was open to all and now is locked was exchanged. */
function heldKey({ key }: Shown['content']): Promise<Buffer> {
  return key === null ? Promise.reject(new PackageTrouble('damaged')) : Promise.resolve(key);
}

async function asShown(
  { ticket, content: { manifest, header } }: Shown,
  dossier: string,
  damage: Damage,
  { evidence: kept, signers, keyFile }: PackageOptions,
): Promise<OpenedPackage> {
  const { evidence, madeAt, maker, isDeidentified } = manifest;
  const files: OpenedPackage['evidence'][number][] = [];
  for (const file of evidence) {
    const isHere = await kept.isWhole(file.sha256);
    files.push({ ...file, isHere, isDamaged: damage.files.includes(file.sha256) });
  }
  return {
    ticket,
    dossier,
    evidence: files,
    isDamaged: damage.isAny,
    isEncrypted: header.lock !== null,
    isDeidentified,
    madeAt,
    maker,
    signer: {
      fingerprint: fingerprintOf(header.signer),
      ...(await signers.standingOf(header.signer, maker, await ownSigner(keyFile))),
    },
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

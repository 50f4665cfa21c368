import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { DesktopApi, OpenedPackage, PackRequest, Sha256 } from '../../contract/desktop-api.ts';
import { CANCELLED, done, trouble, type Outcome } from '../../contract/outcomes.ts';
import { MOST_BYTES } from '../../contract/requests.ts';
import type { EvidenceStore } from '../files/evidence-store.ts';
import { safeFileName } from '../../contract/safe-file-name.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { unzipped, zipped, type Contents } from './contents.ts';
import { FORMAT, unwrapped, wrapped, type Header } from './envelope.ts';
import { LOCK_COST, locked, unlocked } from './lock.ts';
import { fingerprintOf, signerOf, signingKey } from './signing-key.ts';
import { PackageTrouble } from './trouble.ts';

interface PackageOptions {
  /** File of the specialist's own key. */
  readonly keyFile: string;
  readonly evidence: Pick<EvidenceStore, 'keepEvidence' | 'readEvidence'>;
  /** Null where the user closed the dialog. */
  readonly chooseSavePath: (suggested: string) => Promise<string | null>;
  readonly chooseOpenPath: () => Promise<string | null>;
  /** Told of each saved file, so that it can be shown in its folder; gives the ticket. */
  readonly saved: (path: string) => string;
  readonly cost?: { readonly memoryKiB: number; readonly passes: number; readonly lanes: number };
}

export type PackageCalls = Pick<DesktopApi, 'packDossier' | 'openPackage' | 'acceptPackage'>;

/** The file chosen last, and what it holds once it could be opened. */
interface Chosen {
  readonly ticket: string;
  readonly file: Buffer;
  contents: Contents | null;
}

/** Hand-over packages: made, opened and checked without writing anything, and taken in once the user agrees. */
export function packageCalls(options: PackageOptions): PackageCalls {
  let last: Chosen | null = null;
  return {
    packDossier: (request) => caught(() => pack(request, options)),
    openPackage: ({ again, passphrase }) =>
      caught(async () => {
        const chosen = again ? last : await choose(options);
        if (chosen === null) return again ? trouble('not-found') : CANCELLED;
        last = chosen;
        const { header, contents } = await open(chosen.file, passphrase);
        chosen.contents = contents;
        return done(shown(chosen.ticket, header, contents));
      }),
    acceptPackage: ({ ticket }) =>
      caught(async () => {
        const contents = last?.ticket === ticket ? last.contents : null;
        if (contents === null) return trouble('not-found');
        for (const [name, bytes] of contents.evidence) {
          const kept = await options.evidence.keepEvidence({ name, bytes });
          if (kept.kind !== 'done') return kept;
        }
        last = null;
        return done({ evidence: contents.evidence.size });
      }),
  };
}

async function pack(request: PackRequest, options: PackageOptions): Promise<Outcome<{ readonly ticket: string }>> {
  const path = await options.chooseSavePath(`${safeFileName(request.name)}.zhizhen`);
  if (path === null) return CANCELLED;
  const evidence = new Map<Sha256, Uint8Array>();
  for (const sha256 of request.evidence) {
    const read = await options.evidence.readEvidence({ sha256 });
    if (read.kind !== 'done') return read;
    evidence.set(sha256, read.value);
  }
  const { dossier, madeAt, maker, isDeidentified, passphrase } = request;
  const key = await signingKey(options.keyFile);
  const header: Header = {
    format: FORMAT,
    signer: signerOf(key),
    lock:
      passphrase === ''
        ? null
        : {
            kdf: 'argon2id',
            ...(options.cost ?? LOCK_COST),
            salt: randomBytes(16).toString('hex'),
            nonce: randomBytes(12).toString('hex'),
          },
  };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const plain = zipped({ dossier, evidence, madeAt, maker, isDeidentified });
  const body = header.lock === null ? plain : await locked(plain, headerBytes, header.lock, passphrase);
  await writeAtomically(path, wrapped(headerBytes, body, key));
  return done({ ticket: options.saved(path) });
}

/** A file is read once, so that another passphrase can be tried on the same bytes. */
async function choose(options: PackageOptions): Promise<Chosen | null> {
  const path = await options.chooseOpenPath();
  if (path === null) return null;
  if ((await stat(path)).size > MOST_BYTES) throw new PackageTrouble('too-large');
  return { ticket: randomUUID(), file: await readFile(path), contents: null };
}

/** A package opened and checked. @throws PackageTrouble */
export async function open(file: Buffer, passphrase: string): Promise<{ header: Header; contents: Contents }> {
  const { header, headerBytes, body } = unwrapped(file);
  if (header.lock !== null && passphrase === '') throw new PackageTrouble('passphrase-needed');
  const plain = header.lock === null ? body : await unlocked(body, headerBytes, header.lock, passphrase);
  return { header, contents: unzipped(plain) };
}

function shown(ticket: string, header: Header, contents: Contents): OpenedPackage {
  const { dossier, evidence, madeAt, maker, isDeidentified } = contents;
  return {
    ticket,
    dossier,
    evidence: [...evidence].map(([sha256, bytes]) => ({ sha256, bytes: bytes.byteLength })),
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
    throw error;
  }
}

import type { KeyObject } from 'node:crypto';
import type { PackRequest, Sha256 } from '../../contract/desktop-api.ts';
import { EvidenceDamaged } from '../files/evidence-damaged.ts';
import { sha256Of } from '../files/sha256.ts';
import { headOf, LONGEST_HEAD, signatureOf } from './envelope.ts';
import type { EvidenceStreams } from './evidence-streams.ts';
import { FORMAT, type Header, type Lock } from './header.ts';
import { MOST_DOSSIER, MOST_FILES, MOST_MANIFEST, MOST_PACKAGE } from './limits.ts';
import { newLock, type LockCost } from './lock.ts';
import type { EvidenceFile, Manifest } from './manifest.ts';
import { sealed, sealedBytes } from './sealed-chunks.ts';
import { signerOf } from './signing-key.ts';
import { PackageTrouble } from './trouble.ts';
import { placesOf } from './zip-layout.ts';
import { zipOut } from './zip-out.ts';

export interface MadePackage {
  /** Its bytes, evidence read while they are written; the same contents under the same key without a passphrase give the same. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Evidence that is not kept here and therefore left out, each once. */
  readonly missing: readonly Sha256[];
  /** Evidence that is no longer what was kept and therefore left out, each once. */
  readonly damaged: readonly Sha256[];
}

/** What is to go into a package, known to be no more than one takes. */
export interface PackageContents {
  readonly about: Pick<PackRequest, 'madeAt' | 'maker' | 'isDeidentified' | 'passphrase'>;
  readonly dossier: Buffer;
  readonly kept: readonly EvidenceFile[];
  readonly missing: readonly Sha256[];
}

/** Lists what is here of a dossier and its evidence, by sizes alone. @throws PackageTrouble where it is too much. */
export async function contentsOf(
  { evidence, dossier, ...about }: Omit<PackRequest, 'name'>,
  { sizeOf }: Pick<EvidenceStreams, 'sizeOf'>,
): Promise<PackageContents> {
  const kept: EvidenceFile[] = [];
  const missing: Sha256[] = [];
  // Each file once, in one order whoever asks.
  for (const sha256 of [...new Set(evidence)].sort()) {
    const bytes = await sizeOf(sha256);
    if (bytes === null) missing.push(sha256);
    else kept.push({ sha256, bytes });
  }
  const contents = { about, dossier: Buffer.from(dossier), kept, missing };
  laidOut(manifestOf(contents, kept));
  return contents;
}

/** A package of a dossier and what is whole of its evidence. @throws PackageTrouble, also while its bytes are read. */
export async function makePackage(
  contents: PackageContents,
  read: EvidenceStreams['read'],
  signingKey: KeyObject,
  cost: LockCost,
): Promise<MadePackage> {
  const { dossier, missing, about } = contents;
  const { whole, damaged } = await parted(contents.kept, read);
  const { manifest, places } = laidOut(manifestOf(contents, whole));
  const locked = about.passphrase === '' ? null : await newLock(cost, about.passphrase);
  const header: Header = {
    format: FORMAT,
    signer: signerOf(signingKey),
    zip: places.bytes,
    lock: locked?.lock ?? null,
  };
  const head = headOf(Buffer.from(JSON.stringify(header)));
  const signature = signatureOf(head, manifest, signingKey);
  const zip = zipOut(places, { manifest, signature, dossier }, read);
  return { bytes: inEnvelope(head, zip, locked, places.bytes), missing, damaged };
}

function manifestOf({ about, dossier }: PackageContents, evidence: readonly EvidenceFile[]): Manifest {
  const { madeAt, maker, isDeidentified } = about;
  const sha256 = sha256Of(dossier);
  return { madeAt, maker, isDeidentified, dossier: { sha256, bytes: dossier.length }, evidence: [...evidence] };
}

/** The manifest as text and where everything stands. @throws PackageTrouble where that is more than a package takes. */
function laidOut(contents: Manifest) {
  if (contents.dossier.bytes > MOST_DOSSIER) throw new PackageTrouble('dossier-too-large');
  if (contents.evidence.length > MOST_FILES) throw new PackageTrouble('too-many-files');
  const manifest = Buffer.from(JSON.stringify(contents));
  const places = placesOf(manifest.length, contents);
  if (manifest.length > MOST_MANIFEST || LONGEST_HEAD + sealedBytes(places.bytes) > MOST_PACKAGE)
    throw new PackageTrouble('package-too-large');
  return { manifest, places };
}

async function* inEnvelope(
  head: Buffer,
  zip: AsyncIterable<Uint8Array>,
  locked: { readonly lock: Lock; readonly key: Buffer } | null,
  plainBytes: number,
): AsyncGenerator<Uint8Array> {
  yield head;
  if (locked === null) yield* zip;
  else yield* sealed(zip, { key: locked.key, noncePrefix: locked.lock.nonce, head, plainBytes });
}

/** Reads every file, so that one that is damaged is left out by name and takes nothing along. */
async function parted(files: readonly EvidenceFile[], read: EvidenceStreams['read']) {
  const whole: EvidenceFile[] = [];
  const damaged: Sha256[] = [];
  for (const file of files) {
    if (await isWhole(file, read)) whole.push(file);
    else damaged.push(file.sha256);
  }
  return { whole, damaged };
}

async function isWhole({ sha256, bytes }: EvidenceFile, read: EvidenceStreams['read']): Promise<boolean> {
  let size = 0;
  try {
    for await (const piece of read(sha256)) size += piece.length;
  } catch (error) {
    if (error instanceof EvidenceDamaged) return false;
    throw error;
  }
  return size === bytes;
}

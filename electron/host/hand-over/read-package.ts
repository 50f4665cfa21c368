import { open, type FileHandle } from 'node:fs/promises';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { sha256Of } from '../files/sha256.ts';
import { envelopeOf, provenMark } from './envelope.ts';
import type { Header, Lock } from './header.ts';
import { MOST_PACKAGE } from './limits.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { streamOf } from './placed-bytes.ts';
import { sealedBytes, unsealed } from './sealed-chunks.ts';
import { PackageTrouble } from './trouble.ts';
import { decoded } from './utf8.ts';
import { damageIn, heldFile, manifestIn, type Damage } from './zip-in.ts';
import { placesOf } from './zip-layout.ts';

/** A package whose header, manifest, signature and dossier proved whole. */
export interface ReadPackage {
  readonly header: Header;
  /** Null for a package that anyone can read. */
  readonly key: Buffer | null;
  readonly manifest: Manifest;
  /** SHA-256 over all that is signed; another package has another one. */
  readonly mark: Sha256;
  /** Byte for byte as it was given. */
  readonly dossier: string;
  /** The bytes of a file of evidence of the manifest; whoever reads them holds them against its hash. */
  readonly evidence: readonly { readonly sha256: Sha256; readonly bytes: number; readonly content: Content }[];
  /** Reads all the rest of it. */
  readonly damage: () => Promise<Damage>;
}

type Content = AsyncIterable<Uint8Array>;

/** Does work with a package, its file being open. @throws PackageTrouble where nothing of it can be trusted. */
export async function whileOpen<T>(
  path: string,
  unlock: (lock: Lock) => Promise<Buffer>,
  work: (opened: ReadPackage) => Promise<T>,
): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(await readPackage(file, unlock));
  } finally {
    await file.close();
  }
}

async function readPackage(file: FileHandle, unlock: (lock: Lock) => Promise<Buffer>): Promise<ReadPackage> {
  const { size } = await file.stat();
  const envelope = await envelopeOf(file, size);
  const { header, head, body } = envelope;
  const { lock } = header;
  const key = lock === null ? null : await unlock(lock);
  const isOpen = lock === null || key === null;
  const zip = isOpen ? body : unsealed(body, { key, noncePrefix: lock.nonce, head, plainBytes: header.zip });
  const text = await manifestIn(zip);
  const manifest = readManifest(text);
  const places = placesOf(text.length, manifest);
  if (places.bytes > MOST_PACKAGE) throw new PackageTrouble('too-large');
  if (places.bytes !== header.zip) throw new PackageTrouble('damaged');
  const signature = await heldFile(zip, places.signature);
  const mark = provenMark(envelope, text, signature);
  const dossier = await heldFile(zip, places.dossier);
  if (sha256Of(dossier) !== manifest.dossier.sha256) throw new PackageTrouble('damaged');
  const expectedSize = head.length + (isOpen ? header.zip : sealedBytes(header.zip));
  return {
    header,
    key,
    manifest,
    mark,
    dossier: decoded(dossier),
    evidence: places.evidence.map(({ sha256, at, bytes }) => ({ sha256, bytes, content: streamOf(zip, at, bytes) })),
    damage: async () => {
      const damage = await damageIn(zip, places, { manifest: text, signature, dossier });
      return { ...damage, isAny: damage.isAny || size !== expectedSize };
    },
  };
}

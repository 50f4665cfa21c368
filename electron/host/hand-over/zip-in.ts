import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { byteSource, type ByteSource } from './byte-source.ts';
import { MOST_DOSSIER, MOST_MANIFEST, MOST_PACKAGE } from './limits.ts';
import { readManifest, type EvidenceFile, type Manifest } from './manifest.ts';
import { PackageTrouble } from './trouble.ts';
import { decoded } from './utf8.ts';
import {
  descriptor,
  directory,
  DOSSIER,
  evidenceEntry,
  localHeader,
  MANIFEST,
  sumsOf,
  zipBytes,
  type Entry,
} from './zip-layout.ts';

/** Given each file of evidence before it is checked; what it leaves unread is read past. */
export type TakeEvidence = (file: EvidenceFile, content: AsyncIterable<Uint8Array>) => Promise<void>;

export interface ZipIn {
  readonly manifest: Manifest;
  /** Byte for byte as it was given. */
  readonly dossier: string;
}

/**
 * Reads a zip once, from its start to its end. Whatever is not exactly what the program itself would have written for
 * this manifest is refused, so no other name, method, size or order is ever interpreted. @throws PackageTrouble
 */
export async function zipIn(zip: AsyncIterable<Uint8Array>, take: TakeEvidence): Promise<ZipIn> {
  const source = byteSource(zip);
  const first = await heldFile(source, MANIFEST, MOST_MANIFEST);
  const manifest = readManifest(first.content);
  const second = await heldFile(source, DOSSIER, MOST_DOSSIER);
  if (createHash('sha256').update(second.content).digest('hex') !== manifest.dossier)
    throw new PackageTrouble('damaged');
  const entries = [first.entry, second.entry];
  if (zipBytes([...entries, ...manifest.evidence.map((file) => evidenceEntry(file, 0))]) > MOST_PACKAGE)
    throw new PackageTrouble('too-large');
  for (const file of manifest.evidence) entries.push(await streamedFile(source, file, take));
  await expectNext(source, directory(entries));
  if (!(await source.isSpent())) throw new PackageTrouble('damaged');
  return { manifest, dossier: decoded(second.content) };
}

async function heldFile(source: ByteSource, name: string, most: number): Promise<{ entry: Entry; content: Buffer }> {
  const header = await source.exactly(localHeader({ name, bytes: 0, crc: 0, isStreamed: false }).length);
  const entry: Entry = { name, ...sumsOf(header), isStreamed: false };
  if (!header.equals(localHeader(entry))) throw new PackageTrouble('damaged');
  if (entry.bytes > most) throw new PackageTrouble('too-large');
  const content = await source.exactly(entry.bytes);
  if (crc32(content) !== entry.crc) throw new PackageTrouble('damaged');
  return { entry, content };
}

async function streamedFile(source: ByteSource, file: EvidenceFile, take: TakeEvidence): Promise<Entry> {
  await expectNext(source, localHeader(evidenceEntry(file, 0)));
  const hash = createHash('sha256');
  let crc = 0;
  let left = file.bytes;
  const content: AsyncIterable<Uint8Array> = {
    async *[Symbol.asyncIterator]() {
      while (left > 0) {
        const piece = await source.upTo(left);
        left -= piece.length;
        hash.update(piece);
        crc = crc32(piece, crc);
        yield piece;
      }
    },
  };
  await take(file, content);
  for await (const _piece of content);
  if (hash.digest('hex') !== file.sha256) throw new PackageTrouble('damaged');
  const entry = evidenceEntry(file, crc);
  await expectNext(source, descriptor(entry));
  return entry;
}

async function expectNext(source: ByteSource, expected: Buffer): Promise<void> {
  if (!(await source.exactly(expected.length)).equals(expected)) throw new PackageTrouble('damaged');
}

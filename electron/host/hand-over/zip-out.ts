import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { EvidenceStreams } from './evidence-streams.ts';
import { MOST_DOSSIER, MOST_FILES, MOST_MANIFEST } from './limits.ts';
import type { EvidenceFile, Manifest } from './manifest.ts';
import { PackageTrouble } from './trouble.ts';
import {
  descriptor,
  directory,
  DOSSIER,
  evidenceEntry,
  localHeader,
  MANIFEST,
  zipBytes,
  type Entry,
} from './zip-layout.ts';

export interface ZipOut {
  /** How long it will be. */
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * A zip of manifest, dossier and evidence, read while it is written; the same contents give the same bytes.
 * @throws PackageTrouble where there is too much; and while it is read, where a file of evidence has another size.
 */
export function zipOut(
  about: Omit<Manifest, 'dossier' | 'evidence'>,
  dossier: Buffer,
  evidence: readonly EvidenceFile[],
  read: EvidenceStreams['read'],
): ZipOut {
  const text = Buffer.from(
    JSON.stringify({ ...about, dossier: createHash('sha256').update(dossier).digest('hex'), evidence }),
  );
  if (dossier.length > MOST_DOSSIER || text.length > MOST_MANIFEST || evidence.length > MOST_FILES)
    throw new PackageTrouble('too-large');
  const held = [
    { entry: heldEntry(MANIFEST, text), content: text },
    { entry: heldEntry(DOSSIER, dossier), content: dossier },
  ];
  async function* content() {
    const entries: Entry[] = [];
    for (const { entry, content } of held) {
      yield localHeader(entry);
      yield content;
      entries.push(entry);
    }
    for (const file of evidence) {
      yield localHeader(evidenceEntry(file, 0));
      const entry = evidenceEntry(file, yield* counted(file, read(file.sha256)));
      yield descriptor(entry);
      entries.push(entry);
    }
    yield directory(entries);
  }
  const listed = [...held.map(({ entry }) => entry), ...evidence.map((file) => evidenceEntry(file, 0))];
  return { bytes: zipBytes(listed), content: content() };
}

function heldEntry(name: string, content: Buffer): Entry {
  return { name, bytes: content.length, crc: crc32(content), isStreamed: false };
}

/** Passes a file on and gives its checksum. */
async function* counted(
  { bytes }: EvidenceFile,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, number> {
  let crc = 0;
  let left = bytes;
  for await (const piece of content) {
    crc = crc32(piece, crc);
    left -= piece.length;
    yield piece;
  }
  if (left !== 0) throw new PackageTrouble('damaged');
  return crc;
}

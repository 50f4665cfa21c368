import { crc32 } from 'node:zlib';
import type { EvidenceStreams } from './evidence-streams.ts';
import { PackageTrouble } from './trouble.ts';
import { descriptor, directory, localHeader, type Entry, type Place, type Places } from './zip-layout.ts';

/** What of a zip is held in memory. */
export interface HeldFiles {
  readonly manifest: Buffer;
  readonly signature: Buffer;
  readonly dossier: Buffer;
}

/**
 * A zip of manifest, signature, dossier and evidence, read while it is written; the same contents give the same bytes.
 * @throws PackageTrouble while it is read, where a file of evidence has another size.
 */
export async function* zipOut(
  places: Places,
  held: HeldFiles,
  read: EvidenceStreams['read'],
): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  for (const name of ['manifest', 'signature', 'dossier'] as const) {
    const entry = { ...places[name], crc: crc32(held[name]) };
    yield localHeader(entry);
    yield held[name];
    entries.push(entry);
  }
  for (const place of places.evidence) {
    yield localHeader({ ...place, crc: 0 });
    const entry = { ...place, crc: yield* counted(place, read(place.sha256)) };
    yield descriptor(entry);
    entries.push(entry);
  }
  yield directory(entries);
}

/** Passes a file on and gives its checksum. */
async function* counted({ bytes }: Place, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, number> {
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

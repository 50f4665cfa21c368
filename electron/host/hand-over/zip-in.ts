import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { EvidenceDamaged } from '../files/evidence-damaged.ts';
import { MOST_MANIFEST } from './limits.ts';
import { streamOf, type PlacedBytes } from './placed-bytes.ts';
import { PackageTrouble } from './trouble.ts';
import {
  descriptor,
  directory,
  FIRST_HEADER_BYTES,
  localHeader,
  sizeIn,
  type Entry,
  type Place,
  type Places,
} from './zip-layout.ts';
import type { HeldFiles } from './zip-out.ts';

/** What of a package is not what was signed. */
export interface Damage {
  /** Files of evidence, by the hash that they should have. */
  readonly files: readonly Sha256[];
  /** Anything at all, if only bytes around the files. */
  readonly isAny: boolean;
}

/** The bytes of the manifest, which stands first; nothing of it is proven yet. @throws PackageTrouble */
export async function manifestIn(zip: PlacedBytes): Promise<Buffer> {
  const header = await heldBytes(zip, 0, FIRST_HEADER_BYTES);
  const bytes = sizeIn(header);
  if (bytes > MOST_MANIFEST) throw new PackageTrouble('too-large');
  return heldBytes(zip, FIRST_HEADER_BYTES, bytes);
}

/** The bytes of a file that everything else rests on. @throws PackageTrouble where one is gone. */
export function heldFile(zip: PlacedBytes, { at, bytes }: Place): Promise<Buffer> {
  return heldBytes(zip, at, bytes);
}

/**
 * Reads all evidence and all that stands around the files, which the proven manifest gives to the last byte: no other
 * name, method, size or order is ever interpreted.
 */
export async function damageIn(zip: PlacedBytes, places: Places, held: HeldFiles): Promise<Damage> {
  const files: Sha256[] = [];
  const entries: Entry[] = [];
  let isAny = false;
  const expect = async (at: number, expected: Buffer) => {
    if ((await zip.read(at, expected.length))?.equals(expected) !== true) isAny = true;
  };
  for (const name of ['manifest', 'signature', 'dossier'] as const) {
    const entry = { ...places[name], crc: crc32(held[name]) };
    await expect(places[name].headerAt, localHeader(entry));
    entries.push(entry);
  }
  for (const place of places.evidence) {
    await expect(place.headerAt, localHeader({ ...place, crc: 0 }));
    const sums = await sumsOf(zip, place);
    if (sums?.sha256 !== place.sha256) files.push(place.sha256);
    const entry = { ...place, crc: sums?.crc ?? 0 };
    await expect(place.descriptorAt, descriptor(entry));
    entries.push(entry);
  }
  await expect(places.directoryAt, directory(entries));
  return { files, isAny: isAny || files.length > 0 };
}

/** Null where bytes are gone. */
async function sumsOf(zip: PlacedBytes, { at, bytes }: Place): Promise<{ sha256: Sha256; crc: number } | null> {
  const hash = createHash('sha256');
  let crc = 0;
  try {
    for await (const piece of streamOf(zip, at, bytes)) {
      hash.update(piece);
      crc = crc32(piece, crc);
    }
  } catch (error) {
    if (error instanceof EvidenceDamaged) return null;
    throw error;
  }
  return { sha256: hash.digest('hex'), crc };
}

async function heldBytes(zip: PlacedBytes, at: number, length: number): Promise<Buffer> {
  const bytes = await zip.read(at, length);
  if (bytes === null) throw new PackageTrouble('damaged');
  return bytes;
}

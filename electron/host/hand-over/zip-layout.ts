import type { Manifest } from './manifest.ts';

const MANIFEST = 'manifest.json';
const SIGNATURE = 'signature';
const DOSSIER = 'dossier.json';
const SIGNATURE_BYTES = 64;

const LOCAL_BYTES = 30;
const DESCRIPTOR_BYTES = 16;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
const SIZES_FOLLOW = 8;
/** The day zip counts from: the same contents give the same bytes. */
const FIRST_DAY = 0x21;

/** One stored file of the zip: nothing is compressed, so that nothing can grow when it is read. */
export interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
  /** Its checksum is known only after its bytes and stands there, in the descriptor. */
  readonly isStreamed: boolean;
}

/** A file whose checksum is not known yet, and where it stands in the zip. */
export interface Place extends Omit<Entry, 'crc'> {
  readonly headerAt: number;
  /** Of its bytes. */
  readonly at: number;
  readonly descriptorAt: number;
  readonly next: number;
}

export interface Places {
  readonly manifest: Place;
  readonly signature: Place;
  readonly dossier: Place;
  readonly evidence: readonly (Place & { readonly sha256: string })[];
  readonly directoryAt: number;
  /** Bytes of the whole zip. */
  readonly bytes: number;
}

/** Where everything stands: that follows from the length of the manifest and from what it says. */
export function placesOf(manifestBytes: number, { dossier, evidence }: Pick<Manifest, 'dossier' | 'evidence'>): Places {
  const manifest = placeFrom(0, MANIFEST, manifestBytes, false);
  const signature = placeFrom(manifest.next, SIGNATURE, SIGNATURE_BYTES, false);
  const second = placeFrom(signature.next, DOSSIER, dossier.bytes, false);
  const files: Places['evidence'][number][] = [];
  let directoryAt = second.next;
  for (const { sha256, bytes } of evidence) {
    const place = placeFrom(directoryAt, `evidence/${sha256}`, bytes, true);
    files.push({ ...place, sha256 });
    directoryAt = place.next;
  }
  const central = [manifest, signature, second, ...files].reduce(
    (sum, { name }) => sum + CENTRAL_BYTES + name.length,
    0,
  );
  return {
    manifest,
    signature,
    dossier: second,
    evidence: files,
    directoryAt,
    bytes: directoryAt + central + END_BYTES,
  };
}

/** The bytes of the first local header, from which the length of the manifest is read. */
export const FIRST_HEADER_BYTES = LOCAL_BYTES + MANIFEST.length;

/** What stands before the bytes of a file. */
export function localHeader({ name, bytes, crc, isStreamed }: Entry): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(isStreamed ? SIZES_FOLLOW : 0, 6);
  header.writeUInt16LE(FIRST_DAY, 12);
  if (!isStreamed) writeSums(header, 14, crc, bytes);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name, 'latin1')]);
}

/** Size as a local header of a file that is not streamed gives it. */
export function sizeIn(header: Buffer): number {
  return header.readUInt32LE(22);
}

/** What stands after the bytes of a file: nothing where its header said it all. */
export function descriptor({ bytes, crc, isStreamed }: Entry): Buffer {
  if (!isStreamed) return Buffer.alloc(0);
  const after = Buffer.alloc(DESCRIPTOR_BYTES);
  after.writeUInt32LE(0x08074b50, 0);
  writeSums(after, 4, crc, bytes);
  return after;
}

/** The end of the zip: its directory of all files, in their order. */
export function directory(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    parts.push(centralHeader(entry, offset));
    offset += spanOf(entry);
  }
  const central = Buffer.concat(parts);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([central, end]);
}

function placeFrom(headerAt: number, name: string, bytes: number, isStreamed: boolean): Place {
  const at = headerAt + LOCAL_BYTES + name.length;
  const descriptorAt = at + bytes;
  const next = descriptorAt + (isStreamed ? DESCRIPTOR_BYTES : 0);
  return { name, bytes, isStreamed, headerAt, at, descriptorAt, next };
}

function spanOf({ name, bytes, isStreamed }: Entry): number {
  return LOCAL_BYTES + name.length + bytes + (isStreamed ? DESCRIPTOR_BYTES : 0);
}

function centralHeader({ name, bytes, crc, isStreamed }: Entry, offset: number): Buffer {
  const header = Buffer.alloc(CENTRAL_BYTES);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(isStreamed ? SIZES_FOLLOW : 0, 8);
  header.writeUInt16LE(FIRST_DAY, 14);
  writeSums(header, 16, crc, bytes);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name, 'latin1')]);
}

/** A stored file is as long in the zip as outside. */
function writeSums(into: Buffer, at: number, crc: number, bytes: number): void {
  into.writeUInt32LE(crc, at);
  into.writeUInt32LE(bytes, at + 4);
  into.writeUInt32LE(bytes, at + 8);
}

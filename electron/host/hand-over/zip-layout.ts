import type { EvidenceFile } from './manifest.ts';

export const MANIFEST = 'manifest.json';
export const DOSSIER = 'dossier.json';

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

/** The entry of a file of evidence whose bytes gave this checksum. */
export function evidenceEntry({ sha256, bytes }: EvidenceFile, crc: number): Entry {
  return { name: `evidence/${sha256}`, bytes, crc, isStreamed: true };
}

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

/** Checksum and size as a local header of a file that is not streamed gives them. */
export function sumsOf(header: Buffer): { readonly crc: number; readonly bytes: number } {
  return { crc: header.readUInt32LE(14), bytes: header.readUInt32LE(22) };
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

/** Bytes of a zip of these files, whatever their checksums are. */
export function zipBytes(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + spanOf(entry) + CENTRAL_BYTES + entry.name.length, END_BYTES);
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

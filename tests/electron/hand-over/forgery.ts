import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { headOf, signatureOf } from '#electron/host/hand-over/envelope.ts';
import { readHeader, type Header } from '#electron/host/hand-over/header.ts';
import type { Manifest } from '#electron/host/hand-over/manifest.ts';
import { signerOf } from '#electron/host/hand-over/signing-key.ts';
import {
  descriptor,
  directory,
  FIRST_HEADER_BYTES,
  localHeader,
  placesOf,
  sizeIn,
  type Entry,
  type Places,
} from '#electron/host/hand-over/zip-layout.ts';
import { DOSSIER, hashOf, PHOTO } from './laptops.ts';

const START = 12;
const SIGNATURE_HEADER = 30 + 'signature'.length;

export interface Parts {
  readonly header: Header;
  readonly head: Buffer;
  readonly body: Buffer;
}

/** A package taken apart without a check. */
export function apart(file: Buffer): Parts {
  const end = START + file.readUInt32BE(8);
  return { header: readHeader(file.subarray(START, end)), head: file.subarray(0, end), body: file.subarray(end) };
}

/** Where everything stands in an honest zip. */
export function placesIn(zip: Buffer): Places {
  const manifest = zip.subarray(FIRST_HEADER_BYTES, FIRST_HEADER_BYTES + sizeIn(zip));
  return placesOf(manifest.length, JSON.parse(manifest.toString()) as Manifest);
}

/**
 * A package whose zip is whatever an attacker likes, its first file being signed with a key of the attacker's own; `padding`:
 * blanks after the header.
 */
export function forged(zip: Buffer, header: object = {}, { padding = 0 } = {}): Buffer {
  const key = generateKeyPairSync('ed25519').privateKey;
  const text = JSON.stringify({ format: 3, signer: signerOf(key), zip: zip.length, lock: null, ...header });
  const head = headOf(Buffer.from(text + ' '.repeat(padding)));
  return Buffer.concat([head, signed(zip, head, key)]);
}

/** The signature is put where the program looks for it, if the zip is as long as that. */
function signed(zip: Buffer, head: Buffer, key: KeyObject): Buffer {
  const end = zip.length < FIRST_HEADER_BYTES ? zip.length : FIRST_HEADER_BYTES + sizeIn(zip);
  const at = end + SIGNATURE_HEADER;
  const copy = Buffer.from(zip);
  if (at + 64 > zip.length) return copy;
  signatureOf(head, copy.subarray(FIRST_HEADER_BYTES, end), key).copy(copy, at);
  // Of an honest zip the checksums too are what the program writes.
  const crc = crc32(copy.subarray(at, at + 64));
  copy.writeUInt32LE(crc, end + 14);
  const listed = copy.lastIndexOf(Buffer.from('signature'));
  if (listed > at + 64) copy.writeUInt32LE(crc, listed - 46 + 16);
  return copy;
}

/** A file of a zip; what is given beside name and content is said of it, true or not. */
export type ZipFile = Partial<Entry> & { readonly name: string; readonly content: Uint8Array };

/** A zip in the layout of the program, of whatever files. */
export function zipOf(files: readonly ZipFile[], listed = files): Buffer {
  const parts = files.map((file) => {
    const entry = entryOf(file);
    return Buffer.concat([localHeader(entry), file.content, descriptor(entry)]);
  });
  return Buffer.concat([...parts, directory(listed.map(entryOf))]);
}

export const MANIFEST: Manifest = {
  madeAt: '2026-11-25',
  maker: '第三组',
  isDeidentified: false,
  dossier: { sha256: hashOf(Buffer.from(DOSSIER)), bytes: Buffer.byteLength(DOSSIER) },
  evidence: [{ sha256: hashOf(PHOTO), bytes: PHOTO.length }],
};

export const manifestFile = (manifest: object = MANIFEST): ZipFile => ({
  name: 'manifest.json',
  content: Buffer.from(JSON.stringify(manifest)),
});
export const signatureFile: ZipFile = { name: 'signature', content: Buffer.alloc(64) };
export const dossierFile: ZipFile = { name: 'dossier.json', content: Buffer.from(DOSSIER) };
export const photoFile: ZipFile = { name: `evidence/${hashOf(PHOTO)}`, content: PHOTO };

function entryOf({ content, ...said }: ZipFile): Entry {
  return { bytes: content.length, crc: crc32(content), isStreamed: said.name.includes('evidence'), ...said };
}

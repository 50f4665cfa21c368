import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { signed } from '#electron/host/hand-over/envelope.ts';
import { readHeader, type Header } from '#electron/host/hand-over/header.ts';
import { signerOf } from '#electron/host/hand-over/signing-key.ts';
import { descriptor, directory, localHeader, type Entry } from '#electron/host/hand-over/zip-layout.ts';
import { collected, DOSSIER, hashOf, inPieces, PHOTO } from './laptops.ts';

const START = 12;
const SIGNATURE_BYTES = 64;

export interface Parts {
  readonly header: Header;
  readonly headerBytes: Buffer;
  readonly body: Buffer;
}

/** A package taken apart without a check. */
export function apart(file: Buffer): Parts {
  const end = START + file.readUInt32BE(8);
  const headerBytes = file.subarray(START, end);
  return { header: readHeader(headerBytes), headerBytes, body: file.subarray(end, -SIGNATURE_BYTES) };
}

/** A header and a body under the signature of whoever has the key. */
export function together(headerBytes: Buffer, body: Uint8Array, key: KeyObject): Promise<Buffer> {
  return collected(signed(headerBytes, inPieces(body, 1_000_000), key));
}

/** A package whose body is whatever an attacker likes, signed with a key of the attacker's own. */
export function forged(body: Uint8Array, header: object = {}): Promise<Buffer> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.from(JSON.stringify({ format: 2, signer: signerOf(privateKey), lock: null, ...header }));
  return together(bytes, body, privateKey);
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

export const MANIFEST = {
  madeAt: '2026-11-25',
  maker: '第三组',
  isDeidentified: false,
  dossier: hashOf(Buffer.from(DOSSIER)),
  evidence: [{ sha256: hashOf(PHOTO), bytes: PHOTO.length }],
};

export const manifestFile = (manifest: object = MANIFEST): ZipFile => ({
  name: 'manifest.json',
  content: Buffer.from(JSON.stringify(manifest)),
});
export const dossierFile: ZipFile = { name: 'dossier.json', content: Buffer.from(DOSSIER) };
export const photoFile: ZipFile = { name: `evidence/${hashOf(PHOTO)}`, content: PHOTO };

function entryOf({ content, ...said }: ZipFile): Entry {
  return { bytes: content.length, crc: crc32(content), isStreamed: said.name.includes('evidence'), ...said };
}

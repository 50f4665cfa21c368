import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { PackageTrouble } from './trouble.ts';

const MAGIC = Buffer.from('ZHIZHEN\n', 'latin1');
export const FORMAT = 1;
const LENGTH_BYTES = 4;
const SIGNATURE_BYTES = 64;
const LONGEST_HEADER = 4096;

const Hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** What a package says of itself before it is opened (docs/package.md). */
export const Header = z.strictObject({
  format: z.literal(FORMAT),
  /** Public key of who made it, Ed25519, as DER. */
  signer: Hex(44),
  /** Null for a package that anyone can read; parameters of argon2id within what a laptop can bear. */
  lock: z
    .strictObject({
      kdf: z.literal('argon2id'),
      memoryKiB: z.int().min(8).max(262_144),
      passes: z.int().min(1).max(10),
      lanes: z.int().min(1).max(4),
      salt: Hex(16),
      nonce: Hex(12),
    })
    .nullable(),
});
export type Header = z.infer<typeof Header>;
export type Lock = NonNullable<Header['lock']>;

export interface Envelope {
  readonly header: Header;
  /** The header as it stands in the file: bound to the encrypted body. */
  readonly headerBytes: Buffer;
  readonly body: Buffer;
}

/** Magic, length of the header, header, signature, body. The signature covers header and body. */
export function wrapped(headerBytes: Buffer, body: Buffer, key: KeyObject): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(headerBytes.length);
  const signature = sign(null, digest(headerBytes, body), key);
  return Buffer.concat([MAGIC, length, headerBytes, signature, body]);
}

/** A file taken apart and its signature checked. @throws PackageTrouble */
export function unwrapped(file: Buffer): Envelope {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) throw new PackageTrouble('not-a-package');
  const start = MAGIC.length + LENGTH_BYTES;
  if (file.length < start) throw new PackageTrouble('damaged');
  const length = file.readUInt32BE(MAGIC.length);
  if (length > LONGEST_HEADER || file.length < start + length + SIGNATURE_BYTES) throw new PackageTrouble('damaged');
  const headerBytes = file.subarray(start, start + length);
  const signature = file.subarray(start + length, start + length + SIGNATURE_BYTES);
  const body = file.subarray(start + length + SIGNATURE_BYTES);
  const header = readHeader(headerBytes);
  if (!isSigned(header, digest(headerBytes, body), signature)) throw new PackageTrouble('damaged');
  return { header, headerBytes, body };
}

function readHeader(bytes: Buffer): Header {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new PackageTrouble('damaged');
  }
  const { format } = z.looseObject({ format: z.number().optional() }).catch({}).parse(value);
  if (format !== undefined && format > FORMAT) throw new PackageTrouble('newer-version');
  const header = Header.safeParse(value);
  if (!header.success) throw new PackageTrouble('damaged');
  return header.data;
}

function isSigned({ signer }: Header, message: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(signer, 'hex'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature);
  } catch {
    return false;
  }
}

function digest(headerBytes: Buffer, body: Buffer): Buffer {
  return createHash('sha256').update(headerBytes).update(body).digest();
}

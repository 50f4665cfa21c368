import { z } from 'zod';
import { MOST_PACKAGE } from './limits.ts';
import { PackageTrouble } from './trouble.ts';

export const FORMAT = 3;
export const LONGEST_HEADER = 4096;
/** What one lane of argon2 needs at least. */
const KIB_PER_LANE = 8;

const Hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const Lock = z
  .strictObject({
    kdf: z.literal('argon2id'),
    /** Parameters within what a laptop can bear, whatever a package says: less than three times what this version asks. */
    memoryKiB: z.int().max(131_072),
    passes: z.int().min(1).max(4),
    lanes: z.int().min(1).max(4),
    salt: Hex(16),
    /** First bytes of the nonce of every chunk. */
    nonce: Hex(7),
    /** Derived beside the key: tells a wrong passphrase from a damaged body, and binds the package to one key. */
    check: Hex(32),
  })
  .refine(({ memoryKiB, lanes }) => memoryKiB >= KIB_PER_LANE * lanes);
export type Lock = z.infer<typeof Lock>;

const Header = z.strictObject({
  format: z.literal(FORMAT),
  /** Public key of who made it, Ed25519, as DER. */
  signer: Hex(44),
  /** Bytes of the zip, by which one that was cut off is known. */
  zip: z.int().min(0).max(MOST_PACKAGE),
  /** Null for a package that anyone can read. */
  lock: Lock.nullable(),
});
/** What a package says of itself before it is opened (docs/package.md). */
export type Header = z.infer<typeof Header>;

/** A header read and held within its bounds. @throws PackageTrouble */
export function readHeader(bytes: Buffer): Header {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new PackageTrouble('damaged');
  }
  const { format } = z.looseObject({ format: z.number().optional() }).catch({}).parse(value);
  if (format !== undefined && format > FORMAT) throw new PackageTrouble('newer-version');
  if (format === 1 || format === 2) throw new PackageTrouble('trial-version');
  const header = Header.safeParse(value);
  if (!header.success) throw new PackageTrouble('damaged');
  return header.data;
}

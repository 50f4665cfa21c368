import { readFile } from 'node:fs/promises';
import { isScarce, whileHeld } from '../files/while-held.ts';
import { hashOf } from './copy-name.ts';

/** Before each further try, in milliseconds: many copies are read at a start. */
const PAUSES: readonly number[] = [20, 100, 300];

/** A file that was read: whole, or no longer what was written, or gone; busy: it may be whole, but nobody gives it now. */
export type ReadCopy =
  | { readonly kind: 'whole'; readonly text: string; readonly bytes: number; readonly sha256: string }
  | { readonly kind: 'damaged'; readonly text: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy' };

/** Reads a copy and holds it against its hash; without one it is taken as it is. */
export async function readCopy(path: string, sha256: string | null): Promise<ReadCopy> {
  try {
    const bytes = await whileHeld(() => readFile(path), PAUSES);
    const text = bytes.toString('utf8');
    const found = hashOf(bytes);
    if (sha256 !== null && found !== sha256) return { kind: 'damaged', text };
    return { kind: 'whole', text, bytes: bytes.byteLength, sha256: found };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { kind: 'gone' };
    return isScarce(code) ? { kind: 'busy' } : { kind: 'damaged', text: '' };
  }
}

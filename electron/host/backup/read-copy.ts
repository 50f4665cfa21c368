import { readFile } from 'node:fs/promises';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { sha256Of } from '../files/sha256.ts';
import { isScarce, whileHeld } from '../files/while-held.ts';

/** Before each further try, in milliseconds: many copies are read at a start. */
const PAUSES: readonly number[] = [20, 100, 300];

/** What a file holds: all that was written, or no longer that; gone; busy: it may be whole, but nobody gives it now. */
type HeldCopy =
  | { readonly kind: 'whole'; readonly content: Buffer; readonly sha256: Sha256 }
  | { readonly kind: 'damaged'; readonly content: Buffer }
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy' };

/** The same as text; `bytes` is the length of the file. */
type ReadCopy =
  | { readonly kind: 'whole'; readonly text: string; readonly bytes: number; readonly sha256: Sha256 }
  | { readonly kind: 'damaged'; readonly text: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'busy' };

/** Holds a copy against its hash; without one it is taken as it is. */
export async function heldCopy(path: string, sha256: Sha256 | null): Promise<HeldCopy> {
  try {
    const content = await whileHeld(() => readFile(path), PAUSES);
    const found = sha256Of(content);
    if (sha256 !== null && found !== sha256) return { kind: 'damaged', content };
    return { kind: 'whole', content, sha256: found };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { kind: 'gone' };
    return isScarce(code) ? { kind: 'busy' } : { kind: 'damaged', content: Buffer.alloc(0) };
  }
}

/** Reads a copy and holds it against its hash; without one it is taken as it is. */
export async function readCopy(path: string, sha256: Sha256 | null): Promise<ReadCopy> {
  const held = await heldCopy(path, sha256);
  if (held.kind === 'gone' || held.kind === 'busy') return held;
  const text = held.content.toString('utf8');
  return held.kind === 'damaged'
    ? { kind: 'damaged', text }
    : { kind: 'whole', text, bytes: held.content.byteLength, sha256: held.sha256 };
}

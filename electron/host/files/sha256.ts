import { createHash } from 'node:crypto';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { EvidenceDamaged } from './evidence-damaged.ts';

const FORM = /^[0-9a-f]{64}$/;

/** Whether a text has the form of a SHA-256, as the names of kept files do. */
export function isSha256(text: string): boolean {
  return FORM.test(text);
}

/** SHA-256 of bytes, or of a text in UTF-8. */
export function sha256Of(content: string | Uint8Array): Sha256 {
  return createHash('sha256').update(content).digest('hex');
}

/** The same bytes, held against their hash at the end. @throws EvidenceDamaged */
export async function* checked(content: AsyncIterable<Uint8Array>, sha256: Sha256): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  for await (const part of content) {
    hash.update(part);
    yield part;
  }
  if (hash.digest('hex') !== sha256) throw new EvidenceDamaged();
}

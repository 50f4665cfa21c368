import { createReadStream } from 'node:fs';
import type { Sha256 } from '../../contract/desktop-api.ts';
import { checked } from './sha256.ts';

/** Whether a file can be read and its bytes are those of its hash. */
export async function isWhole(path: string, sha256: Sha256): Promise<boolean> {
  try {
    for await (const part of checked(createReadStream(path), sha256)) void part;
    return true;
  } catch {
    return false;
  }
}

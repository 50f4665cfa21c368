import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Whether a file can be read and its bytes are those of its hash. */
export async function isWhole(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path) as AsyncIterable<Buffer>) hash.update(part);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopiesSay } from '../files/evidence-sweep.ts';
import { readCopyName } from './copy-name.ts';

const HASH = /[0-9a-f]{64}/g;
/** What systems leave in folders that people look into. */
const LITTER = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);
const UNFINISHED = '.unfinished';

/**
 * What the copies of the mirror say together, every one of them read and held against its hash. @throws where the folder is
 * missing, or anything in it cannot be read or is not what was written: then nobody knows what it named.
 */
export async function evidenceNamed(mirror: string): Promise<CopiesSay> {
  const named = new Set<string>();
  const enterprises = new Set<string>();
  for (const place of await readdir(mirror)) {
    if (LITTER.has(place)) continue;
    let copies = 0;
    for (const name of await readdir(join(mirror, place))) {
      // One that is being written is of a dossier that the database holds.
      if (LITTER.has(name) || name.endsWith(UNFINISHED)) continue;
      const bytes = await readFile(join(mirror, place, name));
      for (const [hash] of bytes.toString('utf8').matchAll(HASH)) named.add(hash);
      const copy = readCopyName(name);
      if (copy === null) continue;
      if (createHash('sha256').update(bytes).digest('hex') !== copy.sha256) throw new Error(`damaged: ${name}`);
      enterprises.add(idIn(bytes));
      copies += 1;
    }
    if (copies === 0) throw new Error(`no copy in ${place}`);
  }
  return { named, enterprises };
}

function idIn(copy: Buffer): string {
  return String((JSON.parse(copy.toString('utf8')) as { id?: unknown }).id);
}

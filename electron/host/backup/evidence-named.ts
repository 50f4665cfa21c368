import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sha256 } from '../../contract/desktop-api.ts';

const HASH = /[0-9a-f]{64}/g;

/** Of some files of evidence, those that a copy in the mirror names: whoever restores it wants them. */
export async function evidenceNamed(mirror: string, files: ReadonlySet<Sha256>): Promise<ReadonlySet<Sha256>> {
  const named = new Set<Sha256>();
  const places = await readdir(mirror, { withFileTypes: true }).catch(() => []);
  for (const place of places) {
    if (!place.isDirectory()) continue;
    for (const copy of await readdir(join(mirror, place.name))) {
      const text = await readFile(join(mirror, place.name, copy), 'utf8').catch(() => '');
      for (const [hash] of text.matchAll(HASH)) if (files.has(hash)) named.add(hash);
    }
  }
  return named;
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fewAtOnce } from '../../contract/few-at-once.ts';
import type { CopiesSay } from '../files/evidence-sweep.ts';
import { isLitter } from '../files/litter.ts';
import { UNFINISHED } from '../files/write-atomically.ts';
import { headOf } from './copy-head.ts';
import { readCopyName } from './copy-name.ts';
import { readCopy } from './read-copy.ts';

const HASH = /[0-9a-f]{64}/g;

/**
 * What the copies of the mirror say together, every one of them read and held against its hash. @throws where the folder is
 * missing, or anything in it cannot be read or is not what was written: then nobody knows what it named.
 */
export async function evidenceNamed(mirror: string): Promise<CopiesSay> {
  const places = (await readdir(mirror)).filter((name) => !isLitter(name));
  const said = await fewAtOnce(places, (place) => saidIn(join(mirror, place)));
  return {
    named: new Set(said.flatMap(({ named }) => [...named])),
    enterprises: new Set(said.flatMap(({ enterprises }) => [...enterprises])),
  };
}

/** What the copies of one enterprise say. */
async function saidIn(place: string): Promise<CopiesSay> {
  const named = new Set<string>();
  const enterprises = new Set<string>();
  for (const name of await readdir(place)) {
    // One that is being written is of a dossier that the database holds.
    if (isLitter(name) || name.endsWith(UNFINISHED)) continue;
    const copy = readCopyName(name);
    const read = await readCopy(join(place, name), copy?.sha256 ?? null);
    if (read.kind !== 'whole') throw new Error(`${read.kind}: ${name}`);
    for (const [hash] of read.text.matchAll(HASH)) named.add(hash);
    const head = copy === null ? null : headOf(read.text);
    if (head !== null) enterprises.add(head.id);
  }
  if (enterprises.size === 0) throw new Error(`no copy in ${place}`);
  return { named, enterprises };
}

import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fewAtOnce } from '../../contract/few-at-once.ts';
import { orNone } from '../files/or-none.ts';
import { UNFINISHED } from '../files/write-atomically.ts';
import { headOf, isJson } from './copy-head.ts';
import { millOf, readCopyName, type Copy } from './copy-name.ts';
import { readCopy } from './read-copy.ts';

/** A file that is a copy by its name, which is to be proved by its contents, or by its contents alone. */
export interface FoundCopy {
  readonly copy: Copy;
  readonly path: string;
}

/** A file whose name says nothing and whose contents do not either. */
export interface LostCopy {
  readonly path: string;
  /** When it was written last, in milliseconds since 1970. */
  readonly at: number;
}

export interface FoundCopies {
  readonly copies: readonly FoundCopy[];
  readonly lost: readonly LostCopy[];
}

/** A larger file is none of a dossier. */
const MOST_BYTES = 256 * 1024 * 1024;
const HASH = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/;

/**
 * All copies below a folder, wherever they were moved and whatever they were renamed to. A name that a copy was given when
 * it was written is taken at its word until the copy is read; any other file is read here. None where there is no folder.
 * @throws what the system says of a folder that cannot be listed
 */
export async function findCopies(folder: string): Promise<FoundCopies> {
  const paths = await filesBelow(folder);
  const found = await fewAtOnce(paths, foundAt);
  return {
    copies: found.flatMap((one) => (one !== null && 'copy' in one ? one : [])),
    lost: found.flatMap((one) => (one === null || 'copy' in one ? [] : one)),
  };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await orNone(readdir(folder, { withFileTypes: true }));
  const folders = entries.filter((entry) => entry.isDirectory());
  const below = await fewAtOnce(folders, ({ name }) => filesBelow(join(folder, name)));
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(UNFINISHED));
  return [...files.map(({ name }) => join(folder, name)), ...below.flat()];
}

/** Null for a file that is none of the mirror. */
async function foundAt(path: string): Promise<FoundCopy | LostCopy | null> {
  const name = basename(path);
  const copy = readCopyName(name);
  if (copy !== null) return { copy, path };
  const found = await stat(path).catch(() => null);
  if (found === null || found.size > MOST_BYTES) return null;
  const read = await readCopy(path, HASH.exec(name)?.[0] ?? null);
  if (read.kind === 'gone') return null;
  const at = Math.round(found.mtimeMs);
  if (read.kind !== 'whole') return { path, at };
  const head = headOf(read.text);
  if (head !== null) {
    const { bytes, sha256 } = read;
    return { copy: { at, revision: head.revision, mill: millOf(head.id), bytes, sha256 }, path };
  }
  return name.toLowerCase().endsWith('.json') && !isJson(read.text) ? { path, at } : null;
}

/** Copies by the enterprise that they are of; a lost one is taken for that of the others in its folder. */
export function byMill({ copies, lost }: FoundCopies): ReadonlyMap<string, FoundCopies> {
  const groups = new Map<string, { copies: FoundCopy[]; lost: LostCopy[] }>();
  const millIn = new Map<string, string>();
  const groupOf = (mill: string) => {
    const group = groups.get(mill) ?? { copies: [], lost: [] };
    groups.set(mill, group);
    return group;
  };
  for (const found of copies) {
    millIn.set(dirname(found.path), found.copy.mill);
    groupOf(found.copy.mill).copies.push(found);
  }
  for (const one of lost) {
    const folder = dirname(one.path);
    groupOf(millIn.get(folder) ?? basename(folder)).lost.push(one);
  }
  return groups;
}

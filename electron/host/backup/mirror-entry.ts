import { dirname } from 'node:path';
import type { MirrorEntry, UnreadableCopies } from '../../contract/desktop-api.ts';
import { headOf, nameInRemains } from './copy-head.ts';
import { newestFirst } from './copy-name.ts';
import type { FoundCopies, FoundCopy, LostCopy } from './find-copies.ts';
import { readCopy } from './read-copy.ts';

/**
 * What is whole of the copies of one enterprise, or that none is. They are read from the latest revision down to the first
 * that is whole, and all of that one. Null where all have gone meanwhile.
 */
export async function entryOf(
  mill: string,
  { copies, lost }: FoundCopies,
): Promise<MirrorEntry | UnreadableCopies | null> {
  const newest: FoundCopy[] = [];
  const unreadable: FoundCopy[] = [];
  let id = '';
  let name = '';
  let remains = '';
  for (const found of [...copies].sort((a, b) => newestFirst(a.copy, b.copy))) {
    const { copy, path } = found;
    const [first = found] = newest;
    if (copy.revision < first.copy.revision) break;
    if (newest.some((other) => other.copy.sha256 === copy.sha256)) continue;
    const read = await readCopy(path, copy.sha256);
    if (read.kind === 'gone') continue;
    const head = read.kind === 'whole' ? headOf(read.text) : null;
    if (head === null) unreadable.push(found);
    else newest.push(found);
    if (head !== null) ({ id, name } = head);
    if (read.kind === 'damaged') remains ||= nameInRemains(read.text);
  }
  const [latest] = newest;
  if (latest === undefined) return unreadableAs(mill, remains, [...unreadable.map(atPath), ...lost]);
  const damaged = unreadable.filter(({ copy }) => copy.revision > latest.copy.revision).length;
  return {
    id,
    name,
    newest: newest.map(({ copy: { sha256, revision, bytes, at } }) => ({ sha256, revision, bytes, at })),
    damaged,
  };
}

function atPath({ copy: { at }, path }: FoundCopy): LostCopy {
  return { at, path };
}

/** Null where there are none. */
function unreadableAs(mill: string, name: string, copies: readonly LostCopy[]): UnreadableCopies | null {
  const [last] = [...copies].sort((a, b) => b.at - a.at);
  if (last === undefined) return null;
  return { mill, name, folder: dirname(last.path), copies: copies.length, at: last.at };
}

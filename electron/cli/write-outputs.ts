import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { AS_UMASK_SAYS } from '../host/files/rights.ts';
import { whileHeld } from '../host/files/while-held.ts';
import { makeFolder, putInPlace, syncFolder } from '../host/files/write-atomically.ts';
import { marked } from './own-mark.ts';
import { writing } from './write-failure.ts';

export interface OutputFile {
  readonly name: string;
  /** Text of a result, or a document. */
  readonly bytes: Uint8Array | string;
}

/** A file that is whole on the disk, but not yet in its place. */
export interface Draft {
  readonly draft: string;
  readonly path: string;
}

/** Writes files of a folder as drafts, whose names begin with `start`. @throws WriteFailure that names the place */
export async function writeDrafts(files: readonly OutputFile[], folder: string, start: string): Promise<Draft[]> {
  const outputs = files.map(({ name, bytes }) => ({
    draft: `${start}.${name}`,
    path: join(folder, name),
    bytes: typeof bytes === 'string' ? bytes : marked(bytes),
  }));
  for (const { draft, path, bytes } of outputs) await writing(path, () => putInPlace(draft, bytes, AS_UMASK_SAYS));
  return outputs.map(({ draft, path }) => ({ draft, path }));
}

/** Puts all drafts of a folder in their places. Gives their paths. @throws WriteFailure that names the place */
export async function placeDrafts(folder: string, drafts: readonly Draft[]): Promise<readonly string[]> {
  await writing(folder, () => makeFolder(folder, AS_UMASK_SAYS));
  for (const { draft, path } of drafts) await writing(path, () => whileHeld(() => rename(draft, path)));
  await writing(folder, () => syncFolder(folder));
  return drafts.map(({ path }) => path);
}

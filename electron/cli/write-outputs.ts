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

/**
 * Writes the files of one dossier: all of them are whole on the disk before the first is put in its place. Gives their
 * paths. @throws WriteFailure that names the place
 */
export async function writeOutputs(
  folder: string,
  files: readonly OutputFile[],
  drafts: string,
): Promise<readonly string[]> {
  const outputs = files.map(({ name, bytes }) => ({
    draft: join(drafts, name),
    path: join(folder, name),
    bytes: typeof bytes === 'string' ? bytes : marked(bytes),
  }));
  for (const { draft, path, bytes } of outputs) await writing(path, () => putInPlace(draft, bytes, AS_UMASK_SAYS));
  await writing(folder, () => makeFolder(folder, AS_UMASK_SAYS));
  for (const { draft, path } of outputs) await writing(path, () => whileHeld(() => rename(draft, path)));
  await writing(folder, () => syncFolder(folder));
  return outputs.map(({ path }) => path);
}

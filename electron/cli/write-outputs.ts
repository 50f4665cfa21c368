import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** The folder could not be written; nothing half-written stays behind. */
export class WriteFailure extends Error {}

/** Writes the files of one dossier; each appears whole or not at all. Gives their paths. */
export async function writeOutputs(folder: string, files: readonly OutputFile[]): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
    const drafts = files.map(({ name }) => join(folder, `.${name}.${process.pid}.tmp`));
    try {
      for (const [i, draft] of drafts.entries()) await writeFile(draft, files[i]?.bytes ?? '');
      for (const [i, draft] of drafts.entries()) await rename(draft, join(folder, files[i]?.name ?? ''));
    } finally {
      for (const draft of drafts) await rm(draft, { force: true });
    }
    return files.map(({ name }) => join(folder, name));
  } catch (error) {
    throw new WriteFailure(error instanceof Error ? error.message : String(error));
  }
}

import { TELLING_BYTES } from '#assessments/schema/file-kind.ts';
import { startsPackage } from '#electron/contract/package-start.ts';
import { refused, type ReadImport } from './import-formats/import-format.ts';
import { formatOf } from './import-formats/import-formats.ts';

/** A file that the user gave, read as a dossier; refused with every problem found. */
export async function readImport(file: File): Promise<ReadImport> {
  const start = await bytesOf(file.slice(0, TELLING_BYTES));
  if (start === null) return refused('unreadable');
  if (startsPackage(start)) return refused('is-package');
  const format = formatOf(start, file.name);
  if (file.size > format.limitBytes) return refused('too-large');
  const bytes = await bytesOf(file);
  return bytes === null ? refused('unreadable') : format.read(bytes);
}

/** Null for a folder, or a file that is locked or gone since it was chosen. */
async function bytesOf(file: Blob): Promise<Uint8Array | null> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
}

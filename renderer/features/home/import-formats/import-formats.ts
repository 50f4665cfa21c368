import { dossierFile } from './dossier-file.ts';
import type { ImportFormat } from './import-format.ts';

/** Every kind of file that can be imported. */
const IMPORT_FORMATS: readonly ImportFormat[] = [dossierFile];

/** The kind of a file by its first bytes and its name; what says nothing of itself is read, and refused, as a dossier. */
export function formatOf(start: Uint8Array, name: string): ImportFormat {
  return IMPORT_FORMATS.find(({ tells }) => tells(start, name)) ?? dossierFile;
}

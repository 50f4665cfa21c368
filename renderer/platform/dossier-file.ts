import type { Dossier } from '#assessments/schema/dossier.ts';
import type { NamedFile } from '#electron/contract/desktop-api.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';

/** A dossier as a file that imports and the command line read. */
export function dossierFile(dossier: Dossier, name: string): NamedFile {
  const text = `${JSON.stringify(dossier, null, 2)}\n`;
  return { name: `${safeFileName(name)}.json`, bytes: new TextEncoder().encode(text) };
}

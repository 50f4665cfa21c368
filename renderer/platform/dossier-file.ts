import type { Dossier } from '#assessments/schema/dossier.ts';
import type { NamedFile } from '#electron/contract/desktop-api.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';

/** A dossier as the text that is given away: the same dossier gives the same bytes. */
export function dossierText(dossier: Dossier): string {
  return `${JSON.stringify(dossier, null, 2)}\n`;
}

/** A dossier as a file that imports and the command line read. */
export function dossierFile(dossier: Dossier, name: string): NamedFile {
  return { name: `${safeFileName(name)}.json`, bytes: new TextEncoder().encode(dossierText(dossier)) };
}

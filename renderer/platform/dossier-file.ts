import type { Dossier } from '#assessments/schema/dossier.ts';
import { DOSSIER_LIMIT_BYTES } from '#assessments/schema/read-dossier.ts';
import type { NamedFile } from '#electron/contract/desktop-api.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';

/**
 * A dossier as the text that is given away: the same dossier gives the same bytes. Laid out for readers, unless only without
 * that it is short enough to be imported.
 */
export function dossierText(dossier: Dossier): string {
  const text = `${JSON.stringify(dossier, null, 2)}\n`;
  return isTooLong(new TextEncoder().encode(text)) ? `${JSON.stringify(dossier)}\n` : text;
}

/** Whether what is given away could not be imported anywhere. */
export function isTooLong(text: Uint8Array): boolean {
  return text.byteLength > DOSSIER_LIMIT_BYTES;
}

/** A dossier as a file that imports and the command line read. */
export function dossierFile(dossier: Dossier, name: string): NamedFile {
  return { name: `${safeFileName(name)}.json`, bytes: new TextEncoder().encode(dossierText(dossier)) };
}

import type { Dossier } from '#assessments/schema/dossier.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';

/** Gives the user a file to keep; in a browser that is a download. */
export function giveFile(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Gives the user a dossier to keep, as what imports and the command line read. */
export function giveDossier(dossier: Dossier, name: string): void {
  giveFile(`${safeFileName(name)}.json`, 'application/json', `${JSON.stringify(dossier, null, 2)}\n`);
}

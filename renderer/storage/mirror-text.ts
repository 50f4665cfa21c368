import type { Dossier } from '#assessments/schema/dossier.ts';

/** A dossier as the mirror keeps it. */
export function mirrorText(dossier: Dossier): string {
  return `${JSON.stringify(dossier)}\n`;
}

import { contentOf } from '#assessments/exchange/compare.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';

/**
 * A dossier as the mirror keeps it, what it is first, so that a copy cut short still tells; in whatever order its members
 * were written, their places are the same.
 */
export function mirrorText(dossier: Dossier): string {
  const { format, version, id, revision } = dossier;
  return `${JSON.stringify({ format, version, id, revision, ...contentOf(dossier) })}\n`;
}

import { knownToPacks } from '#assessments/packs/registry.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { Outcome } from '#assessments/schema/problem.ts';
import { DOSSIER_LIMIT_BYTES, readDossier } from '#assessments/schema/read-dossier.ts';

/** A file that the user gave, read as a dossier; refused with every problem found. */
export async function readImport(file: File): Promise<Outcome<Dossier>> {
  if (file.size > DOSSIER_LIMIT_BYTES) return { ok: false, problems: [{ path: [], code: 'too-large' }] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { ok: false, problems: [{ path: [], code: 'not-utf8' }] };
  }
  return readDossier(text, knownToPacks);
}

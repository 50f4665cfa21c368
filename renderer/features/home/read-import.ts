import { packList, questionsById, shippedPacks } from '#assessments/packs/registry.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { Outcome } from '#assessments/schema/problem.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';

const known = {
  questions: questionsById(shippedPacks),
  versions: Object.fromEntries(packList(shippedPacks).map((pack) => [pack.id, [pack.version]])),
};

export const IMPORT_LIMIT_BYTES = 20 * 1024 * 1024;

/** A file that the user gave, read as a dossier; refused with every problem found. */
export async function readImport(file: File): Promise<Outcome<Dossier>> {
  if (file.size > IMPORT_LIMIT_BYTES) return { ok: false, problems: [{ path: [], code: 'too-large' }] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { ok: false, problems: [{ path: [], code: 'not-utf8' }] };
  }
  return readDossier(text, known);
}

import type { Dossier } from '#assessments/schema/dossier.ts';
import type { ReadOutcome, ProblemCode } from '#assessments/schema/problem.ts';
import { DOSSIER_LIMIT_BYTES, readDossier } from '#assessments/schema/read-dossier.ts';
import { PACKAGE_START, startsPackage } from '#electron/contract/package-start.ts';
import { knownIds } from '../../documents/composer/known-ids.ts';
import { diagnosisDays } from './diagnosis-days.ts';

export interface ReadImport {
  readonly outcome: ReadOutcome<Dossier>;
  /** What to call the diagnoses in which problems lie; empty where none lies in one. */
  readonly days: readonly (string | null)[];
}

/** A file that the user gave, read as a dossier; refused with every problem found. */
export async function readImport(file: File): Promise<ReadImport> {
  const start = await bytesOf(file.slice(0, PACKAGE_START.length));
  if (start === null) return refused('unreadable');
  if (startsPackage(start)) return refused('is-package');
  if (file.size > DOSSIER_LIMIT_BYTES) return refused('too-large');
  const bytes = await bytesOf(file);
  if (bytes === null) return refused('unreadable');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('not-utf8');
  }
  const outcome = readDossier(text, knownIds);
  const isInDiagnosis = !outcome.ok && outcome.problems.some(({ path }) => path[0] === 'diagnoses');
  return { outcome, days: isInDiagnosis ? diagnosisDays(text) : [] };
}

/** Null for a folder, or a file that is locked or gone since it was chosen. */
async function bytesOf(file: Blob): Promise<Uint8Array | null> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
}

function refused(code: ProblemCode): ReadImport {
  return { outcome: { ok: false, problems: [{ path: [], code }] }, days: [] };
}

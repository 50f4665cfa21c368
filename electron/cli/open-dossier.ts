import { readFile, stat } from 'node:fs/promises';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { ReadOutcome, ProblemCode } from '#assessments/schema/problem.ts';
import { DOSSIER_LIMIT_BYTES, readDossier } from '#assessments/schema/read-dossier.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { startsPackage } from '../contract/package-start.ts';

/** Reads a dossier from disk; its size is checked before it is read. */
export async function openDossier(path: string): Promise<ReadOutcome<Dossier>> {
  const found = await stat(path).catch(() => null);
  if (found === null) return refused('not-found');
  if (!found.isFile()) return refused('unreadable');
  if (found.size > DOSSIER_LIMIT_BYTES) return refused('too-large');
  const text = await textOf(path);
  return text.ok ? readDossier(text.value, knownIds) : text;
}

/** Holds the bytes of the file no longer than until they are text. */
async function textOf(path: string): Promise<ReadOutcome<string>> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return refused('unreadable');
  if (startsPackage(bytes)) return refused('is-package');
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refused('not-utf8');
  }
}

function refused(code: ProblemCode): ReadOutcome<never> {
  return { ok: false, problems: [{ path: [], code }] };
}

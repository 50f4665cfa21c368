import { readFile, stat } from 'node:fs/promises';
import { knownToPacks } from '#assessments/packs/registry.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { readMachineKinds } from '#assessments/schema/machines.ts';
import type { Outcome, ProblemCode } from '#assessments/schema/problem.ts';
import { DOSSIER_LIMIT_BYTES, readDossier, type KnownIds } from '#assessments/schema/read-dossier.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';
import { startsPackage } from '../contract/package-start.ts';

const knownIds: KnownIds = {
  ...knownToPacks,
  machines: readMachineKinds(machineFeatures, machineKindFiles),
};

/** Reads a dossier from disk; its size is checked before it is read. */
export async function openDossier(path: string): Promise<Outcome<Dossier>> {
  const found = await stat(path).catch(() => null);
  if (found === null) return refused('not-found');
  if (!found.isFile()) return refused('unreadable');
  if (found.size > DOSSIER_LIMIT_BYTES) return refused('too-large');
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return refused('unreadable');
  if (startsPackage(bytes)) return refused('is-package');
  const text = decode(bytes);
  return text === null ? refused('not-utf8') : readDossier(text, knownIds);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refused(code: ProblemCode): Outcome<Dossier> {
  return { ok: false, problems: [{ path: [], code }] };
}

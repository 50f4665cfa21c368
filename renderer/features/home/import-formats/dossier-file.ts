import { DOSSIER_LIMIT_BYTES, readDossier } from '#assessments/schema/read-dossier.ts';
import { knownIds } from '../../../documents/composer/known-ids.ts';
import { diagnosisDays } from '../diagnosis-days.ts';
import { refused, type ImportFormat, type ReadImport } from './import-format.ts';

/** The exchange file of one enterprise (docs/dossier.md). */
export const dossierFile: ImportFormat = {
  tells: (_, name) => name.endsWith('.json'),
  limitBytes: DOSSIER_LIMIT_BYTES,
  read,
};

function read(bytes: Uint8Array): ReadImport {
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

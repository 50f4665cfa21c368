import type { Answer } from './answers.ts';
import { bareHash } from './bare-hash.ts';
import type { EvidenceFile } from './dossier.ts';

/** What a file is called at an answer: as it was added there, else as it is listed; undefined where neither says. */
export function evidenceName(
  answer: Pick<Answer, 'evidenceNames'> | undefined,
  hash: string,
  file: EvidenceFile | undefined,
): string | undefined {
  return answer?.evidenceNames?.[`sha256:${bareHash(hash)}`] ?? file?.name;
}

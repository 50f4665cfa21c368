import type { Answer } from '#assessments/schema/answers.ts';
import { bareHash } from '#assessments/schema/bare-hash.ts';
import type { Dossier, EvidenceFile } from '#assessments/schema/dossier.ts';
import { orNothing } from './answer-state.ts';

/** The name under which answers refer to a file. */
export function hashOf({ sha256 }: EvidenceFile): string {
  return `sha256:${bareHash(sha256)}`;
}

/** The mill's list with a file that it may have already; the earlier entry stays as it is. */
export function withFile(files: readonly EvidenceFile[], file: EvidenceFile): EvidenceFile[] {
  return files.some((candidate) => hashOf(candidate) === hashOf(file)) ? [...files] : [...files, file];
}

/** The mill's list without a file that no answer but one named, as it is taken from that one: what proves nothing is not handed over. */
export function withoutUnnamed(dossier: Dossier, hash: string): EvidenceFile[] {
  const naming = dossier.diagnoses.flatMap(({ answers }) =>
    Object.values(answers).filter((answer) => answer.evidence?.includes(hash)),
  );
  const files = dossier.evidence ?? [];
  return naming.length > 1 ? [...files] : files.filter((file) => hashOf(file) !== hash);
}

/** An answer with one file more, called so here; by what the list says if no name is given. One it has stays as it is. */
export function withEvidence(before: Answer | undefined, hash: string, name?: string): Answer {
  const attached = before?.evidence ?? [];
  if (attached.includes(hash)) return { ...before };
  const named = name === undefined ? {} : { evidenceNames: { ...before?.evidenceNames, [hash]: name } };
  return { ...before, evidence: [...attached, hash], ...named };
}

export function withoutEvidence(before: Answer | undefined, hash: string): Answer | undefined {
  const { evidence = [], evidenceNames = {}, ...rest } = before ?? {};
  const left = evidence.filter((candidate) => candidate !== hash);
  const { [hash]: _gone, ...names } = evidenceNames;
  return orNothing({
    ...rest,
    ...(left.length === 0 ? {} : { evidence: left }),
    ...(Object.keys(names).length === 0 ? {} : { evidenceNames: names }),
  });
}

import { bareHash } from '../schema/bare-hash.ts';
import type { Diagnosis, Dossier, EvidenceFile } from '../schema/dossier.ts';
import { evidenceName } from '../schema/evidence-name.ts';
import type { Question } from '../schema/pack.ts';
import { isPicture } from '../schema/is-picture.ts';

/** A report shows no more photos than these; they make it 20 MB large. */
export const MOST_PHOTOS = 60;

/** A picture among the files that prove answers. */
export interface EvidencePhoto {
  /** Bare, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly file: EvidenceFile;
  /** What it is called at the first of its questions; undefined where nothing says. */
  readonly name: string | undefined;
  /** Ids of the questions whose answers it proves, at least one. */
  readonly questions: readonly string[];
}

/**
 * The pictures that prove answers of a diagnosis, each once, in the order of its questions, those of answers to none of
 * them last; empty where none does.
 */
export function evidencePhotos(
  { evidence = [] }: Dossier,
  { answers }: Diagnosis,
  asked: ReadonlyMap<string, Question>,
): EvidencePhoto[] {
  const files = new Map(evidence.map((file) => [bareHash(file.sha256), file]));
  const questions = new Map<string, string[]>();
  for (const id of new Set([...asked.keys(), ...Object.keys(answers)])) {
    for (const sha256 of new Set((answers[id]?.evidence ?? []).map(bareHash))) {
      questions.set(sha256, [...(questions.get(sha256) ?? []), id]);
    }
  }
  return [...questions].flatMap(([sha256, ids]) => {
    const file = files.get(sha256);
    if (file === undefined || !isPicture(file)) return [];
    return [{ sha256, file, name: evidenceName(answers[ids[0] ?? ''], sha256, file), questions: ids }];
  });
}

import { pointer, type Problem } from '#assessments/schema/problem.ts';
import type { NamedPart } from './dossier-parts.ts';

/** Where in a dossier a problem lies, for people. */
export interface ProblemPlace {
  /** From the outside to the inside; empty where no step of the path has a name. */
  readonly names: readonly string[];
  /** Pointer of the steps after the last name; null where all have one. */
  readonly unnamed: string | null;
}

/** The place of a problem in the words of the user; the empty path is the whole dossier. */
export function problemPlace(path: Problem['path'], dossier: NamedPart): ProblemPlace {
  if (path.length === 0) return { names: [dossier.name], unnamed: null };
  const names: string[] = [];
  let part = dossier;
  for (const [i, step] of path.entries()) {
    const inner = part.below(step);
    if (inner === null) return { names, unnamed: pointer(path.slice(i)) };
    if (inner.isItem) names.pop();
    names.push(inner.name);
    part = inner;
  }
  return { names, unnamed: null };
}

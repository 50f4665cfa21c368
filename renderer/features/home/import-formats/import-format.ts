import type { Dossier } from '#assessments/schema/dossier.ts';
import type { ReadOutcome, ProblemCode } from '#assessments/schema/problem.ts';

export interface ReadImport {
  readonly outcome: ReadOutcome<Dossier>;
  /** What to call the diagnoses in which problems lie; empty where none lies in one. */
  readonly days: readonly (string | null)[];
}

/** A kind of file that is read as a dossier. */
export interface ImportFormat {
  /** Whether a file that begins with these bytes, under this name, is of the kind. */
  readonly tells: (start: Uint8Array, name: string) => boolean;
  /** A larger one is refused before it is read. */
  readonly limitBytes: number;
  readonly read: (bytes: Uint8Array) => ReadImport;
}

export function refused(code: ProblemCode): ReadImport {
  return { outcome: { ok: false, problems: [{ path: [], code }] }, days: [] };
}

import type { Problem } from '#assessments/schema/problem.ts';
import { WriteFailure, type WriteObstacle } from './write-failure.ts';

/** What came of work on one dossier, as plain data that goes from one thread to another. */
export type Worked<T> =
  | { readonly kind: 'done'; readonly value: T }
  | Undone
  /** Its files could not be written. */
  | { readonly kind: 'not-written'; readonly obstacles: readonly WriteObstacle[] };

/** Why a dossier is not done. */
export type Undone =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** The program is to blame, not the file; the cause is what its error says. */
  | { readonly kind: 'failed'; readonly cause: string };

/** The program failed on a dossier. */
export function failed(error: unknown): Undone {
  return { kind: 'failed', cause: error instanceof Error ? error.message : String(error) };
}

/** What was done, or why it was not. @throws WriteFailure where files could not be written, which ends the run */
export function orWriteFailure<T>(worked: Worked<T>): Exclude<Worked<T>, { readonly kind: 'not-written' }> {
  if (worked.kind === 'not-written') throw new WriteFailure(worked.obstacles);
  return worked;
}

import texts from './problems.json' with { type: 'json' };
import type { Language } from './localized-text.ts';

export type ProblemCode = keyof typeof texts;

/** Why an input is refused: where, and a code from a closed list. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(texts, text);
}

/** What is wrong and what to do, in the reader's language. */
export function problemText(code: ProblemCode, language: Language): string {
  return texts[code][language];
}

/** RFC 6901 pointer of a path. */
export function pointer(path: Problem['path']): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

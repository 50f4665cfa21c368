import { fillText } from './fill-text.ts';
import rangeTexts from './problem-ranges.json' with { type: 'json' };
import texts from './problems.json' with { type: 'json' };
import type { Language } from './localized-text.ts';

export type ProblemCode = keyof typeof texts;

/** Why an input is refused: where, and a code from a closed list. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  /** The end of what is allowed that a figure lies beyond, where it is known. */
  readonly range?: ProblemRange;
}

/** The smallest or the largest figure that is taken. */
export type ProblemRange = { readonly least: number } | { readonly most: number };

/** More than anyone mends at a time; whoever reads the rest stops. */
export const MOST_PROBLEMS = 100;

/** What is found to be wrong with one input, up to as much as is said; further problems are only known to be there. */
export class FoundProblems {
  readonly #found: Problem[] = [];

  add(path: Problem['path'], code: ProblemCode, range?: ProblemRange): void {
    if (!this.isEnough) this.#found.push({ path, code, ...(range === undefined ? {} : { range }) });
  }

  /** Nothing that is found from here on would be said. */
  get isEnough(): boolean {
    return this.#found.length > MOST_PROBLEMS;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  get count(): number {
    return this.#found.length;
  }

  /** In the order in which they were found; the last says that there are more where there are. */
  get list(): readonly Problem[] {
    if (!this.isEnough) return this.#found;
    return [...this.#found.slice(0, MOST_PROBLEMS), { path: [], code: 'more-problems' }];
  }
}

export type ReadOutcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(texts, text);
}

/** What is wrong and what to do, in the reader's language; of a figure beyond a range also where that ends. */
export function problemText({ code, range }: Pick<Problem, 'code' | 'range'>, language: Language): string {
  if (range === undefined) return texts[code][language];
  return 'most' in range
    ? fillText(rangeTexts.most[language], { most: figure(range.most) })
    : fillText(rangeTexts.least[language], { least: figure(range.least) });
}

/** In groups of three digits, but for years and other small figures. */
function figure(value: number): string {
  return value < 10_000
    ? value.toLocaleString('en-US', { maximumFractionDigits: 20, useGrouping: false })
    : value.toLocaleString('en-US');
}

/** RFC 6901 pointer of a path. */
export function pointer(path: Problem['path']): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

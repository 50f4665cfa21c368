import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '#assessments/packs/registry.ts';
import { scoreSketch, type MillSketch } from '#tests/support/dossiers.ts';

/** A number, a level, a state or a list of ids, or null where the method gives none. */
export type Figure = number | string | null | readonly string[];

/** One case of the method page: a mill, and the figures worked out for it by hand. */
export interface WorkedCase {
  readonly name: string;
  readonly mill: MillSketch;
  /** Figures by their place in the result, such as `packs/cloud-adoption/score/low`. */
  readonly expected: Readonly<Record<string, Figure>>;
}

export const TOLERANCE = 1e-6;

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'method.md');
const CASE =
  /```json case: (?<name>[^\n]+)\n(?<mill>[\s\S]*?)\n```[\s\S]*?```json expected\n(?<expected>[\s\S]*?)\n```/g;

export function workedCases(): WorkedCase[] {
  return [...readFileSync(PAGE, 'utf8').matchAll(CASE)].map(({ groups = {} }) => ({
    name: groups['name'] ?? '',
    mill: withEveryAnswer(JSON.parse(groups['mill'] ?? '') as MillSketch),
    expected: JSON.parse(groups['expected'] ?? '') as Record<string, Figure>,
  }));
}

/** An id ending in `*` answers all questions that begin so; a later entry wins, and null leaves one unanswered. */
function withEveryAnswer(mill: MillSketch): MillSketch {
  const ids = [...library.newest.questions.keys()];
  const answers = new Map<string, unknown>();
  for (const [key, answer] of Object.entries(mill.answers ?? {})) {
    for (const id of key.endsWith('*') ? ids.filter((id) => id.startsWith(key.slice(0, -1))) : [key]) {
      if (answer === null) answers.delete(id);
      else answers.set(id, answer);
    }
  }
  return { ...mill, answers: Object.fromEntries(answers) };
}

/** What the code makes of a case, at the places that the page names. */
export function computed({ mill, expected }: WorkedCase): Record<string, Figure> {
  return figuresAt(scoreSketch(mill), Object.keys(expected));
}

/** The figures of a result at some places. */
export function figuresAt(scores: object, places: readonly string[]): Record<string, Figure> {
  return Object.fromEntries(places.map((place) => [place, figureAt(scores, place)]));
}

/** Members of lists are found by their question or id. */
function figureAt(scored: object, path: string): Figure {
  let value: unknown = scored;
  for (const step of path.split('/')) {
    value = Array.isArray(value)
      ? (value as Record<string, unknown>[]).find((entry, i) =>
          [entry['question'], entry['id'], String(i)].includes(step),
        )
      : (value as Record<string, unknown> | null | undefined)?.[step];
    if (value === undefined) throw new Error(`nothing at ${path}`);
  }
  return value as Figure;
}

export function agree(a: Figure | undefined, b: Figure | undefined): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= TOLERANCE;
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Puts the computed figures into the page, to the ninth decimal. */
export function record(): void {
  const page = readFileSync(PAGE, 'utf8');
  const cases = workedCases();
  let next = 0;
  const recorded = page.replaceAll(/(```json expected\n)[\s\S]*?(\n```)/g, (_, open: string, close: string) => {
    const worked = cases[next++];
    if (worked === undefined) throw new Error('an expected block without its case');
    const lines = Object.entries(computed(worked)).map(([path, figure]) => {
      const shown = typeof figure === 'number' ? Number(figure.toFixed(9)) : figure;
      return `  ${JSON.stringify(path)}: ${JSON.stringify(shown).replaceAll('","', '", "')}`;
    });
    return `${open}{\n${lines.join(',\n')}\n}${close}`;
  });
  writeFileSync(PAGE, recorded);
}

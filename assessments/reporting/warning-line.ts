import { factSheet } from '../schema/fact-sheet.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { warningMessage } from '../scoring/warning-message.ts';
import type { PlainWarning } from '../scoring/warnings.ts';
import { grouped } from './shown-figure.ts';
import { textId, type Words } from './words.ts';

/** What a warning is about: a fact of a year, a question, or a part of the profile or the round. */
export type WarningPlace =
  | { readonly kind: 'fact'; readonly id: string; readonly year: number }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'processes' | 'county' | 'opened-on' };

/** The place that the path of a warning names. */
export function warningPlace({ code, path }: PlainWarning): WarningPlace {
  const [, year, id] = /^facts\.(\d{4})\.(.+)$/.exec(path) ?? [];
  if (year !== undefined && id !== undefined) return { kind: 'fact', id, year: Number(year) };
  if (code === 'process-missing') return { kind: 'processes' };
  if (code === 'unknown-county') return { kind: 'county' };
  if (code === 'date-ahead') return { kind: 'opened-on' };
  return { kind: 'question', id: path.split('.').at(-1) ?? '' };
}

/** A warning as one line: what it is about, the value that was given, what is wrong with it. */
export function warningLine(warning: PlainWarning, mill: ScoredMill, words: Words): string {
  const message = warningMessage(warning, words.language);
  return words.say('warning-line', { ...subjectOf(warningPlace(warning), mill, words), message });
}

function subjectOf(place: WarningPlace, mill: ScoredMill, words: Words): { fact: string; value: string } {
  const { dossier, diagnosis, facts, questions } = mill;
  const { enterprise } = dossier;
  switch (place.kind) {
    case 'fact': {
      const isPrior = place.year !== diagnosis.year;
      const ofYear: Readonly<Record<string, unknown>> = isPrior ? facts.prior : facts.now;
      const text = Object.hasOwn(factSheet, place.id) ? factSheet[place.id as keyof typeof factSheet].label : undefined;
      const fact = words.pick(text) || place.id;
      return {
        fact: isPrior ? words.say('fact-of-year', { fact, year: place.year }) : fact,
        value: givenValue(ofYear[place.id], words),
      };
    }
    case 'question':
      return { fact: place.id, value: words.pick(questions.get(place.id)?.stem) };
    case 'processes':
      return {
        fact: words.say('cover-processes'),
        value: words.list(enterprise.subSectors.map((sector) => words.say(textId('sector-', sector)))),
      };
    case 'county':
      return { fact: words.say('cover-region'), value: words.region(enterprise.region?.county ?? '') };
    case 'opened-on':
      return { fact: words.say('cover-opened'), value: diagnosis.openedOn };
  }
}

/** A figure, how many lines a list has, or that nothing was given. */
function givenValue(value: unknown, words: Words): string {
  if (Array.isArray(value)) return words.say('lines-given', { count: value.length });
  return typeof value === 'number' ? grouped(value) : words.say('not-given');
}

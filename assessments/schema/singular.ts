/** English nouns that texts count, with what one of them is called. */
export const SINGULAR: Readonly<Record<string, string>> = {
  answers: 'answer',
  bits: 'bit',
  cells: 'cell',
  characters: 'character',
  columns: 'column',
  days: 'day',
  decisions: 'decision',
  diagnoses: 'diagnosis',
  employees: 'employee',
  enterprises: 'enterprise',
  exclusions: 'exclusion',
  facts: 'fact',
  fields: 'field',
  figures: 'figure',
  files: 'file',
  functions: 'function',
  gates: 'gate',
  grants: 'grant',
  indicators: 'indicator',
  items: 'item',
  kinds: 'kind',
  levels: 'level',
  lines: 'line',
  machines: 'machine',
  measures: 'measure',
  months: 'month',
  others: 'other',
  pages: 'page',
  people: 'person',
  persons: 'person',
  photos: 'photo',
  places: 'place',
  points: 'point',
  policies: 'policy',
  problems: 'problem',
  questions: 'question',
  quotations: 'quotation',
  records: 'record',
  rows: 'row',
  scenes: 'scene',
  sets: 'set',
  stations: 'station',
  steps: 'step',
  subsidies: 'subsidy',
  systems: 'system',
  targets: 'target',
  things: 'thing',
  topics: 'topic',
  vacancies: 'vacancy',
  values: 'value',
  years: 'year',
};

/** What is said of several, and of one. */
const VERBS: Readonly<Record<string, string>> = {
  are: 'is',
  were: 'was',
  have: 'has',
  cost: 'costs',
  run: 'runs',
  stay: 'stays',
};

/** Words behind a number in an English text as they are of one: `heaviest problems cost` becomes `heaviest problem costs`. */
export function ofOne(words: string): string {
  const parts = words.split(' ');
  const noun = parts.slice(0, 2).findIndex((word) => SINGULAR[word] !== undefined);
  if (noun < 0) return words;
  return parts
    .map((word, i) => (i === noun ? SINGULAR[word] : i === noun + 1 ? VERBS[word] : undefined) ?? word)
    .join(' ');
}

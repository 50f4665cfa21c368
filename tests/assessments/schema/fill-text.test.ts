import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillText } from '#assessments/schema/fill-text.ts';
import { TextFile } from '#assessments/schema/localized-text.ts';
import { ofOne, SINGULAR } from '#assessments/schema/singular.ts';
import unitTexts from '#assessments/schema/unit-texts.json' with { type: 'json' };
import { PROJECT } from '#tests/support/cli.ts';

/** Words on -s behind a value that count nothing. */
const NO_NOUNS = new Set(
  `agrees aims applies as cares cautious confirms does falls finds goes has is keeps knows lacks less loses marks meets needs
  reaches says scores shows times stays this was works`.split(/\s+/),
);

const texts = ['assessments', 'renderer', 'electron'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[\\/])(texts[\\/][\w-]+|texts|warnings)\.json$/.test(name))
    .flatMap((name) => {
      const file = TextFile.safeParse(JSON.parse(readFileSync(join(PROJECT, folder, name), 'utf8')));
      return file.success ? Object.values(file.data) : [];
    }),
);

describe('a text with counted nouns', () => {
  it.each<[string, Record<string, string | number>, string]>([
    ['{count} measures have no price', { count: 1 }, '1 measure has no price'],
    ['{count} measures have no price', { count: 11 }, '11 measures have no price'],
    ['the {count} heaviest problems cost', { count: 1 }, 'the 1 heaviest problem costs'],
    ['{count} {unit}', { count: '1', unit: 'machines' }, '1 machine'],
    ['{count} {unit}', { count: '1,001', unit: 'machines' }, '1,001 machines'],
    ['{name} {count} lines', { name: '1', count: 1 }, '1 1 line'],
    ['{years} years', { years: '0.1' }, '0.1 years'],
    ['{name} scores 5', { name: '1' }, '1 scores 5'],
    ['{gone} people', {}, '{gone} people'],
    ['{count}项措施', { count: 1 }, '1项措施'],
  ])('%s with %o is %s', (template, values, filled) => {
    expect(fillText(template, values)).toBe(filled);
  });

  it('finds every noun that any English text counts, and every unit, among those whose singular it knows', () => {
    expect(texts.length).toBeGreaterThan(1000);
    const counted = texts.flatMap(({ en }) => [...en.matchAll(/\{\w+\} ([a-z]+s)\b/g)].map(([, noun = '']) => noun));
    const units = Object.values(unitTexts).map(({ en }) => en);
    const plurals = [...counted, ...units.filter((unit) => /^[a-z]{3,}s$/.test(unit))];
    expect([...new Set(plurals)].filter((noun) => SINGULAR[noun] === undefined && !NO_NOUNS.has(noun))).toEqual([]);
  });

  it('leaves words that count nothing as they are', () => {
    expect(ofOne('in all of')).toBe('in all of');
  });
});

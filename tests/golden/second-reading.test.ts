import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomDossier } from '#tests/second-reading/random-dossier.mjs';
import { secondReading } from '#tests/second-reading/reading.mjs';
import { readTwice } from '#tests/second-reading/run.mjs';
import { PROJECT } from '#tests/support/cli.ts';
import { AS_OF, dossierJson } from '#tests/support/dossiers.ts';
import { agree, figuresAt, workedCases } from './worked-cases.ts';

const DEMO = join(PROJECT, 'seeds', 'demo');
const demoMills = readdirSync(DEMO).map((name) => {
  const mill = JSON.parse(readFileSync(join(DEMO, name), 'utf8')) as object;
  return { ...mill, plan: null };
});
const randomMills = Array.from({ length: 20 }, (_, i) => randomDossier(i + 1));

describe('a second reading of the rules, written without the code', () => {
  it.each(workedCases())('comes to the figures worked by hand: $name', ({ mill, expected }) => {
    const figures = figuresAt(secondReading(dossierJson(mill), AS_OF), Object.keys(expected));
    const differing = Object.keys(expected).filter((place) => !agree(expected[place], figures[place]));
    expect(differing).toEqual([]);
  });

  it('agrees with the command line on the demo mills and on random ones, of which the long run makes a thousand', () => {
    const mills = [...demoMills, ...randomMills];
    expect(mills.length).toBeGreaterThan(20);
    expect(readTwice(mills, AS_OF)).toEqual([]);
  });
});

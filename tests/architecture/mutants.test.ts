import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { securityTable } from '#tests/soak/security-table.mjs';
import { PROJECT } from '#tests/support/cli.ts';

interface Mutant {
  readonly file: string;
  readonly line: string;
  readonly instead: string | null;
  readonly nth?: number;
  readonly tests: readonly string[];
}

const AREAS = join(PROJECT, 'tests', 'soak', 'mutants');
const areas = readdirSync(AREAS).map((name) => ({
  name,
  mutants: JSON.parse(readFileSync(join(AREAS, name), 'utf8')) as Mutant[],
}));

/** How many lines of a file are a text, without the blanks around them. */
function standing({ file, line }: Pick<Mutant, 'file' | 'line'>): number {
  const text = readFileSync(join(PROJECT, file), 'utf8');
  return text.split('\n').filter((one) => one.trim() === line).length;
}

const asTried = ({ file, line, instead, nth }: Mutant) => JSON.stringify([file, line, instead, nth ?? null]);

describe.each(areas)('the mutants of $name', ({ mutants }) => {
  it('name lines that stand in their file', () => {
    const gone = mutants.filter((mutant) => standing(mutant) < (mutant.nth ?? 1));
    expect(gone.map(({ file, line }) => `${file}: ${line}`)).toEqual([]);
  });

  it('change them', () => {
    expect(mutants.filter(({ line, instead }) => line === instead)).toEqual([]);
  });

  it('name tests that exist', () => {
    const tests = new Set(mutants.flatMap((mutant) => mutant.tests));
    expect([...tests].filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });
});

it('nothing is tried twice', () => {
  const proved = securityTable(PROJECT).flatMap(({ mark, line }) =>
    mark === '●' && line !== null ? [JSON.stringify([line.file, line.text, line.instead, null])] : [],
  );
  const tried = [...areas.flatMap(({ mutants }) => mutants.map(asTried)), ...proved];
  expect(tried.filter((one, i) => tried.indexOf(one) !== i)).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectCopy } from '#tests/support/project-copy.ts';
import { enterpriseField } from './recipes/enterprise-field.ts';
import { importFormat } from './recipes/import-format.ts';
import { indicator } from './recipes/indicator.ts';
import { kpi } from './recipes/kpi.ts';
import { machineKind } from './recipes/machine-kind.ts';
import { measure } from './recipes/measure.ts';
import { packVersion } from './recipes/pack-version.ts';
import { question } from './recipes/question.ts';
import { isAt, writtenRecipe, type Followed } from './recipes/recipe.ts';
import { reportChapter } from './recipes/report-chapter.ts';

const RECIPES: readonly Followed[] = [
  packVersion,
  question,
  indicator,
  kpi,
  measure,
  machineKind,
  reportChapter,
  importFormat,
  enterpriseField,
];
const isLong = process.env['ZHIZHEN_SOAK'] === '1';
if (!isLong) process.stdout.write('types of followed recipes: skipped, they take a minute; ZHIZHEN_SOAK=1 looks\n');

interface Finding {
  readonly name: string;
  readonly status: string;
}

/** Follows a recipe in a copy of the project. */
async function follow({ copied, edits }: Followed, copy: string): Promise<void> {
  if (copied !== undefined) await cp(join(copy, copied.from), join(copy, copied.to), { recursive: true });
  for (const [path, edit] of Object.entries(edits)) {
    const file = join(copy, path);
    const before = await readFile(file, 'utf8').catch(() => '');
    const after = edit(before);
    if (after === before) throw new Error(`${path} is as it was`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, after);
  }
}

/** What the tests that the recipes name find in the copy, all in one run. */
function findings(copy: string): Finding[] {
  const tests = new Set(RECIPES.flatMap(({ title }) => writtenRecipe(title).tests));
  const results = join(copy, 'results.json');
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', ...tests, '--reporter=json', `--outputFile=${results}`], { cwd: copy });
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as {
    testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
  };
  return testResults.flatMap(({ name, status, assertionResults }) => [
    { name: name.replace(`${copy}/`, ''), status },
    ...assertionResults.map((one) => ({ name: one.fullName, status: one.status })),
  ]);
}

describe('a recipe of CONTRIBUTING', () => {
  it.each(RECIPES)('“$title” names every file that is edited, and no other', ({ title, edits }) => {
    const { places } = writtenRecipe(title);
    const paths = Object.keys(edits);
    expect(paths.filter((path) => !places.some((place) => isAt(path, place)))).toEqual([]);
    expect(places.filter((place) => !paths.some((path) => isAt(path, place)))).toEqual([]);
  });

  describe('when it is followed', () => {
    let copy = '';
    let found: Finding[] = [];
    beforeAll(async () => {
      copy = await projectCopy();
      for (const recipe of RECIPES) await follow(recipe, copy);
      found = findings(copy);
    });
    afterAll(() => rm(copy, { recursive: true, force: true }));

    it.each(RECIPES)('“$title” comes to what it says', ({ holds }) =>
      holds({
        load: async <T>(path: string) => (await import(/* @vite-ignore */ join(copy, path))) as T,
        read: (path) => readFileSync(join(copy, path), 'utf8'),
      }),
    );

    it('the tests that it names pass', () => {
      expect(found.filter(({ status }) => status === 'passed').length).toBeGreaterThan(100);
      expect(found.filter(({ status }) => status === 'failed').map(({ name }) => name)).toEqual([]);
    });

    it.skipIf(!isLong)('types say so too', () => {
      const tsc = join(copy, 'node_modules', 'typescript', 'bin', 'tsc');
      expect(spawnSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: copy, encoding: 'utf8' }).stdout).toBe(
        '',
      );
    });
  });
});

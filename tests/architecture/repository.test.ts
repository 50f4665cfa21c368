import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '#electron/cli/write-schema.ts';
import { PROJECT } from '#tests/support/cli.ts';

const tracked = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: PROJECT,
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((path) => path !== '');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const textFiles = tracked.filter((path) => /\.(ts|tsx|mjs|json|md|yml|css|html)$|^\.[a-z]+rc$|^\.ci\//.test(path));

describe('the repository', () => {
  it('cites nothing outside itself', () => {
    const outside = new RegExp(
      [
        '\\.\\./' + 'shared',
        '\\.\\./\\.' + 'library',
        '/' + 'work/',
        '/' + 'home/\\w+/',
        'water' + '-green\\.',
        'cloud' + '-questions',
      ].join('|'),
    );
    expect(textFiles.length).toBeGreaterThan(100);
    expect(textFiles.filter((path) => outside.test(read(path)))).toEqual([]);
  });

  it('reads raw facts of a year only where they are typed, stored or joined with the machine register', () => {
    const raw = tracked.filter(
      (path) => /^(assessments|renderer|electron)\/.*\.tsx?$/.test(path) && /facts\[(String\(|year\])/.test(read(path)),
    );
    expect(raw).toEqual([
      'assessments/indicators/site.ts',
      'assessments/reporting/sheets/facts.ts',
      'assessments/schema/hashed-input.ts',
      'renderer/features/enterprise/fact-field.tsx',
      'renderer/features/enterprise/fact-row.tsx',
      'renderer/features/enterprise/fact-sheet.tsx',
      'renderer/features/enterprise/product-lines.tsx',
      'renderer/features/enterprise/register/sums-table.tsx',
      'renderer/features/enterprise/unit-switched.tsx',
      'renderer/features/enterprise/yes-no-fact.tsx',
      'renderer/features/tables/stored-fact.ts',
      'renderer/storage/open-record.ts',
    ]);
  });

  it('speaks to mills without words that are no words of the trade', () => {
    const banned = /组合好坏|朴素排序|做完以后会怎样|谁做、多少钱|千字节|别拿.*来吓自己/;
    const texts = tracked.filter((path) => /^(assessments|renderer|electron|seeds)\/.*\.json$/.test(path));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((path) => banned.test(read(path)))).toEqual([]);
  });

  it('names no registry host in its lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved": "http');
  });

  it('locks every platform of a package, or npm ci refuses it', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
    const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(optional.length).toBeGreaterThan(20);
    expect(optional.filter((name) => !locked.has(name))).toEqual([]);
  });

  it('pins exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('names one version of Node, the oldest that it runs on, and a newer one only for the tools of the installers', () => {
    const { engines, devDependencies } = JSON.parse(read('package.json')) as {
      engines: { node: string };
      devDependencies: Record<string, string>;
    };
    const [major, minor] = read('.nvmrc').trim().split('.');
    expect(engines.node).toBe(`>=${major}.${minor}`);
    expect(devDependencies['@types/node']?.split('.')[0]).toBe(major);
    for (const text of [`Node ${major}.${minor}+`, `Node ${major}.${minor} 或更新`, `Node ${major}.${minor} or newer`])
      expect(read('README.md')).toContain(text);
    const asked = tracked
      .filter((path) => path.startsWith('.github/workflows/'))
      .map((path) => [path, /node-version(?:-file)?: (\S+)/.exec(read(path))?.[1]]);
    const [, tools] = /with Node (\d+\.\d+) or newer/.exec(read('docs/packaging.md')) ?? [];
    expect(Object.fromEntries(asked)).toEqual({
      '.github/workflows/check.yml': '.nvmrc',
      '.github/workflows/installers.yml': `${tools}.0`,
    });
  });

  it('names in its documents only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const documents = tracked.filter((path) => path.endsWith('.md'));
    const named = documents.flatMap((path) =>
      [...read(path).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map((match) => ({ path, script: match[1] ?? '' })),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });

  it('ships the JSON Schemas that the zod schemas give', () => {
    for (const [name, content] of Object.entries(jsonSchemas()))
      expect(read(join('docs', 'schema', name)), name).toBe(content);
  });
});

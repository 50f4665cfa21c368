import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesText } from '../../packaging/notices.mjs';
import { shippedPackages } from '../../packaging/shipped-packages.mjs';
import { PROJECT } from '#tests/support/cli.ts';

const notices = readFileSync(join(PROJECT, 'NOTICES'), 'utf8');
const lock = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as { packages: object };

describe('NOTICES', () => {
  it('is what `npm run notices` writes for this lock file', async () => {
    expect(notices).toBe(await noticesText());
  });

  it('names every package that may stand in the program', () => {
    const titles = shippedPackages(lock).map(({ name, version, license }) => `${name} ${version} (${license})`);
    expect(titles.length).toBeGreaterThan(30);
    expect(titles.filter((title) => !notices.includes(`\n${title}\n`))).toEqual([]);
  });

  it('holds the texts that packages leave out: HarfBuzz, wouter, the fonts', () => {
    expect(notices).toContain('so-called "Old MIT" license');
    expect(notices).toContain('free and unencumbered software');
    expect(notices).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });

  it('knows only licences that ask for no more than these notices', () => {
    const known = [
      '(MIT AND Zlib)',
      '(MIT OR GPL-3.0-or-later)',
      '(MPL-2.0 OR Apache-2.0)',
      'Apache-2.0',
      'ISC',
      'MIT',
      'MIT AND OFL-1.1',
      'MIT OR SEE LICENSE IN FEEL-FREE.md',
      'Unlicense',
    ];
    expect([...new Set(shippedPackages(lock).map(({ license }) => license))].sort()).toEqual(known);
  });
});

describe('the packages that may stand in the program', () => {
  const names = (packages: object) => shippedPackages({ packages }).map(({ name, version }) => `${name}@${version}`);

  it('are the production tree, each version of a package once, without types', () => {
    expect(
      names({
        '': { dependencies: { a: '1' }, devDependencies: { test: '1' } },
        'node_modules/a': {
          version: '1.0.0',
          dependencies: { b: '1', '@types/b': '1' },
          optionalDependencies: { c: '1' },
        },
        'node_modules/a/node_modules/b': { version: '1.0.0', dependencies: { c: '1' } },
        'node_modules/b': { version: '2.0.0' },
        'node_modules/c': { version: '3.0.0', dependencies: { b: '2' } },
        'node_modules/@types/b': { version: '1.0.0' },
        'node_modules/test': { version: '1.0.0' },
      }),
    ).toEqual(['a@1.0.0', 'b@1.0.0', 'b@2.0.0', 'c@3.0.0']);
  });

  it('name a build tool without what it depends on', () => {
    expect(
      names({
        '': { dependencies: { esbuild: '1' } },
        'node_modules/esbuild': { version: '1.0.0', dependencies: { parser: '1' } },
        'node_modules/parser': { version: '1.0.0' },
      }),
    ).toEqual(['esbuild@1.0.0']);
  });
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wrongContents } from '../../packaging/asar-rules.mjs';
import { verifyPackage } from '../../packaging/package-verify.mjs';
import { tinyAsar, tinyBuild } from './tiny-build.ts';

describe('package:verify', () => {
  it('lists the files by folder with their sizes and finds nothing wrong in a proper build', async () => {
    const { table, wrong } = await verifyPackage(tinyBuild());
    expect(wrong).toEqual([]);
    const sizes = table.filter((line) => !line.includes('package.json') && !line.includes(' ./ '));
    expect(sizes.slice(0, -1)).toEqual([
      '          15  build/renderer/ (1)',
      '          15    build/renderer/index.html',
      '          66  build/renderer/assets/ (1)',
      '          66    build/renderer/assets/index-A.js',
      '         172  build/shell/ (3)',
      '          78    build/shell/main.mjs',
      '          74    build/shell/chunk-A.mjs',
      '          20    build/shell/preload.cjs',
    ]);
    expect(sizes.at(-1)).toMatch(/^ +\d+ {2}all \(6\)$/);
  });

  it('fails on a file that nobody expects', async () => {
    const { wrong } = await verifyPackage(tinyBuild({ 'build/renderer/assets/index-A.js.map': '{}' }));
    expect(wrong).toEqual(['build/renderer/assets/index-A.js.map: not expected']);
  });

  it('fails without notices', async () => {
    const project = tinyBuild();
    rmSync(join(project, 'NOTICES'));
    expect((await verifyPackage(project)).wrong).toEqual(['NOTICES.txt: missing beside the program']);
  });

  it('fails over the size budget', async () => {
    const { wrong } = await verifyPackage(tinyBuild({ 'build/renderer/assets/big-A.js': ' '.repeat(40_000_000) }));
    expect(wrong).toEqual([expect.stringMatching(/^\d+ bytes in all: more than the budget of \d+$/)]);
  });
});

describe('what may be in the asar', () => {
  it('accepts the files of a proper build', async () => {
    expect(await wrongContents(tinyAsar())).toEqual([]);
  });

  it.each([
    'build/renderer/assets/a.js.map',
    'build/renderer/assets/a.ts',
    'build/renderer/assets/dossier.json',
    'build/renderer/data/NotoSansSC-Light.ttf',
    'build/renderer/built-from.txt',
    'build/cli/abc/main.mjs',
    'node_modules/left-pad/index.js',
    'seeds/demo/demo-dyeing.json',
    'tests/a.test.mjs',
    'out/a.zhizhen',
    '.env',
  ])('refuses %s', async (path) => {
    expect(await wrongContents(tinyAsar({ [path]: 'x' }))).toEqual([`${path}: not expected`]);
  });

  it.each([
    ['a mill that is not fictitious', 'x={enterprise:{name:`某某印染有限公司`}}', 'a dossier of 某某印染有限公司'],
    ['the same in JSON', '{"enterprise": {"name": "某某印染有限公司"}}', 'a dossier of 某某印染有限公司'],
    ['a source map', '//# sourceMappingURL=data:application/json;base64,e30=', 'a source map inside'],
    ['a font', 'a{src:url(data:font/woff2;base64,AA)}', 'a font inside'],
  ])('refuses %s inside a file', async (_, content, wrong) => {
    const path = 'build/renderer/assets/a.js';
    expect(await wrongContents(tinyAsar({ [path]: content }))).toEqual([`${path}: ${wrong}`]);
  });

  it('refuses the same bytes twice, such as a font for each of two readers', async () => {
    const fonts = {
      'build/renderer/data/NotoSansSC-Bold.ttf': 'font',
      'build/renderer/data/NotoSansSC-Regular.ttf': 'font',
    };
    expect(await wrongContents(tinyAsar(fonts))).toEqual([
      'build/renderer/data/NotoSansSC-Regular.ttf: the same as build/renderer/data/NotoSansSC-Bold.ttf',
    ]);
  });

  it.each([
    ['an import', "import 'jspdf';", 'jspdf'],
    ['a late import', "void import('linebreak/late');", 'linebreak/late'],
    ['a chunk of another build', "import './chunk-B.mjs';", './chunk-B.mjs'],
    ['a file of a package', 'require2.resolve("harfbuzzjs/dist/a.wasm");', 'harfbuzzjs/dist/a.wasm'],
  ])('refuses a shell that needs %s which is not packed', async (_, content, name) => {
    const path = 'build/shell/chunk-C.mjs';
    expect(await wrongContents(tinyAsar({ [path]: content }))).toEqual([`${path}: needs ${name}, which is not packed`]);
  });

  it('misses what the program cannot do without', async () => {
    const withoutPreload = tinyAsar().filter(({ path }) => path !== 'build/shell/preload.cjs');
    expect(await wrongContents(withoutPreload)).toEqual(['build/shell/preload.cjs: missing']);
  });
});

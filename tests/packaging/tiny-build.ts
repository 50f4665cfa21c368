import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '#tests/support/cli.ts';

const TINY: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'zhizhen',
    version: '0.1.0',
    description: 'tiny',
    type: 'module',
    main: 'build/shell/main.mjs',
    devDependencies: { electron: '45.4.1' },
  }),
  NOTICES: 'notices',
  'build/shell/main.mjs': "import { app } from 'electron'; import { run } from './chunk-A.mjs'; run(app);",
  'build/shell/chunk-A.mjs': "import { join } from 'node:path'; export const run = () => join('a', 'b');",
  'build/shell/preload.cjs': "require('electron');",
  'build/renderer/index.html': '<!doctype html>',
  'build/renderer/assets/index-A.js': 'const demo = { enterprise: { name: `示例印染有限公司` } };',
};

/** What a built project also holds and nobody packs. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'build/renderer/built-from.txt': 'abc',
  'build/cli/abc/main.mjs': 'cli',
  'node_modules/left-pad/index.js': 'pad',
  'seeds/demo/demo-dyeing.json': '{}',
  'tests/a.test.ts': 'test',
};

/** A folder that looks like this project after a build, with some files more; it goes with the test if none is given. */
export function tinyBuild(more: Readonly<Record<string, string>> = {}, project = temporaryFolder()): string {
  for (const [path, content] of Object.entries({ ...TINY, ...LEFT_OUT, ...more })) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), content);
  }
  return project;
}

/** The same build as the files of an asar. */
export function tinyAsar(more: Readonly<Record<string, string>> = {}): { path: string; bytes: Buffer }[] {
  const { NOTICES: _beside, ...inside } = TINY;
  return Object.entries({ ...inside, ...more }).map(([path, content]) => ({ path, bytes: Buffer.from(content) }));
}

import { createHash } from 'node:crypto';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { transform } from 'esbuild';

/** All that may be in the asar. A new kind of file is added here by hand, so that nothing comes along unseen. */
const EXPECTED = [
  /^package\.json$/,
  /^build\/shell\/[\w.-]+\.mjs$/,
  /^build\/shell\/preload\.cjs$/,
  /^build\/renderer\/(index\.html|icon\.svg|no-eval\.js)$/,
  /^build\/renderer\/assets\/[\w.-]+\.(js|css)$/,
  /^build\/renderer\/data\/(NotoSansSC-(Regular|Bold)\.ttf|harfbuzz-subset\.wasm)$/,
];

/** What the program cannot do without. */
const REQUIRED = ['build/shell/main.mjs', 'build/shell/preload.cjs', 'build/renderer/index.html'];

/** The sample mills are fictitious and say so in their names. */
const FICTITIOUS = /^示例/;
const ENTERPRISE_NAME = /enterprise["']?:\s*\{\s*["']?name["']?:\s*["'`]([^"'`]+)["'`]/g;
const INLINE_SOURCE_MAP = /sourceMappingURL=data:/;
const INLINE_FONT = /url\(["']?data:(font|application\/(x-)?font)/;
const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire[\w$]*(?:\.resolve)?\s*\(\s*)["'`]([^"'`]+)["'`]/g;

/**
 * What is wrong with the contents of an asar, one line each; empty where nothing is.
 * @param {{ path: string, bytes: Buffer }[]} files
 * @returns {Promise<string[]>}
 */
export async function wrongContents(files) {
  const paths = files.map(({ path }) => path);
  const perFile = await Promise.all(files.map(wrongInFile(new Set(paths))));
  return [
    ...REQUIRED.filter((path) => !paths.includes(path)).map((path) => `${path}: missing`),
    ...perFile.flat(),
    ...twice(files),
  ];
}

function wrongInFile(present) {
  return async ({ path, bytes }) => {
    if (!EXPECTED.some((pattern) => pattern.test(path))) return [`${path}: not expected`];
    if (!/\.(js|mjs|cjs|css)$/.test(path)) return [];
    const text = bytes.toString('utf8');
    const wrong = [];
    if (INLINE_SOURCE_MAP.test(text)) wrong.push('a source map inside');
    if (INLINE_FONT.test(text)) wrong.push('a font inside');
    const mills = [...text.matchAll(ENTERPRISE_NAME)].map(([, name]) => name).filter((name) => !FICTITIOUS.test(name));
    wrong.push(...mills.map((name) => `a dossier of ${name}`));
    if (path.startsWith('build/shell/')) wrong.push(...(await unreachable(path, text, present)));
    return wrong.map((what) => `${path}: ${what}`);
  };
}

/** Modules that the shell names and that are neither Node, nor Electron, nor in the asar, which has no node_modules. */
async function unreachable(path, text, present) {
  const { code } = await transform(text, { legalComments: 'none', minifyWhitespace: true, charset: 'utf8' });
  const names = new Set([...code.matchAll(IMPORTED)].map(([, name]) => name));
  return [...names]
    .filter((name) => name !== 'electron' && !isBuiltin(name))
    .filter((name) => !name.startsWith('.') || !present.has(posix.join(posix.dirname(path), name)))
    .map((name) => `needs ${name}, which is not packed`);
}

function twice(files) {
  const first = new Map();
  return files.flatMap(({ path, bytes }) => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const before = first.get(hash);
    if (before === undefined) first.set(hash, path);
    return before === undefined ? [] : [`${path}: the same as ${before}`];
  });
}

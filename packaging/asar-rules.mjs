import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { modulesOf } from './modules-of.mjs';

/** All that may be in the asar. A new kind of file is added here by hand, so that nothing comes along unseen. */
const EXPECTED = [
  /^package\.json$/,
  /^build\/shell\/[\w.-]+\.mjs$/,
  /^build\/shell\/preload\.cjs$/,
  /^build\/renderer\/(index\.html|icon\.svg|no-eval\.js)$/,
  /^build\/renderer\/assets\/[\w.-]+\.(js|css)$/,
  /^build\/renderer\/data\/(NotoSansSC-(Regular|Bold)\.ttf|(harfbuzz-subset|highs)\.wasm)$/,
  /^build\/renderer\/data\/pdf\/cmaps\/[\w-]+\.bcmap$/,
  /^build\/renderer\/data\/pdf\/standard_fonts\/Foxit(Symbol|Dingbats)\.pfb$/,
  /^build\/renderer\/data\/pdf\/wasm\/(jbig2|openjpeg|qcms_bg)\.wasm$/,
];

/** What the program cannot do without. */
const REQUIRED = ['build/shell/main.mjs', 'build/shell/preload.cjs', 'build/renderer/index.html'];

/** The sample mills are fictitious and say so in their names. */
const FICTITIOUS = /^示例/;
const ENTERPRISE_NAME = /enterprise["']?:\s*\{\s*["']?name["']?:\s*["'`]([^"'`]+)["'`]/g;
const INLINE_SOURCE_MAP = /sourceMappingURL=data:/;
/** With its bytes: PDF.js has the beginning of such an address, for the fonts that it takes out of a document. */
const INLINE_FONT = /url\(["']?data:(font|application\/(x-)?font)[^,]*,[\w+/]/;

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
    if (path.startsWith('build/shell/')) {
      const modules = await modulesOf(text);
      const missing = modules.filter((name) => !present.has(posix.join(posix.dirname(path), name)));
      wrong.push(...missing.map((name) => `needs ${name}, which is not packed`));
    }
    return wrong.map((what) => `${path}: ${what}`);
  };
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

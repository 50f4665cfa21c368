import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { shippedPackages } from './shipped-packages.mjs';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const NOTICES = join(PROJECT, 'NOTICES');
const LICENCE_FILE = /^(licen[cs]e|copying|notice)([-_.].*)?$/i;
const LINE = '='.repeat(80);

/** Texts that a package leaves out of what it publishes, from its repository or its readme. */
const MISSING = {
  harfbuzzjs: 'harfbuzz.txt',
  isarray: 'isarray.txt',
  wouter: 'unlicense.txt',
};

/** Licences of the data that is taken out of a package. */
const OF_DATA = {
  'pdfjs-dist': [
    'cmaps/LICENSE',
    'standard_fonts/LICENSE_FOXIT',
    'wasm/LICENSE_JBIG2',
    'wasm/LICENSE_OPENJPEG',
    'wasm/LICENSE_PDFJS_JBIG2',
    'wasm/LICENSE_PDFJS_OPENJPEG',
    'wasm/LICENSE_PDFJS_QCMS',
    'wasm/LICENSE_QCMS',
  ],
};

const HEAD = `第三方软件声明 Third-party notices

织诊包含下列第三方软件与字体，各按其许可证使用。
ZhiZhen contains the software and fonts below, each under its own licence.

Electron 与 Chromium 的许可证见同一文件夹的 LICENSE.electron.txt 和 LICENSES.chromium.html。
The licences of Electron and Chromium are LICENSE.electron.txt and LICENSES.chromium.html in the same folder.
`;

/** Every licence text of what the program contains; packages with the same text share it. */
export async function noticesText() {
  const lock = JSON.parse(await readFile(join(PROJECT, 'package-lock.json'), 'utf8'));
  const byText = new Map();
  for (const shipped of shippedPackages(lock)) {
    const text = await licenceText(shipped);
    byText.set(text, [...(byText.get(text) ?? []), shipped]);
  }
  const sections = [...byText].map(
    ([text, packages]) => `${LINE}\n${packages.map(titleOf).join('\n')}\n${LINE}\n\n${text}\n`,
  );
  return [HEAD, ...sections].join('\n');
}

function titleOf({ name, version, license }) {
  return `${name} ${version} (${license})`;
}

async function licenceText({ path, name }) {
  const folder = join(PROJECT, path);
  const own = (await readdir(folder)).filter((file) => LICENCE_FILE.test(file)).sort();
  const files = [...own, ...(OF_DATA[name] ?? [])].map((file) => join(folder, file));
  const missing = MISSING[name];
  if (missing !== undefined) files.push(join(PROJECT, 'packaging', 'licences', missing));
  if (files.length === 0) throw new Error(`${name} ships no licence text: add it to packaging/licences`);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.map(tidy).join('\n\n');
}

/** Without what the tool bundles for itself, and with the line ends and margins of one file. */
function tidy(text) {
  const [own] = text.split(/^# Licenses of bundled dependencies$/m);
  return own
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile(NOTICES, await noticesText());

import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * What pages of a PDF are drawn with, by the folder it has in pdfjs-dist and beside the window: character maps and symbol
 * fonts that a PDF may name without holding them, decoders of scanned pictures, a converter of colours. Other fonts are
 * the system's: Liberation Sans, which the package also holds, is under the GPL.
 */
const PDF_DATA = {
  cmaps: /\.bcmap$/,
  standard_fonts: /^Foxit(Symbol|Dingbats)\.pfb$/,
  wasm: /^(jbig2|openjpeg|qcms_bg)\.wasm$/,
};

/** Copies them into a folder. */
export async function copyPdfData(folder) {
  const source = dirname(require.resolve('pdfjs-dist/package.json'));
  for (const [part, wanted] of Object.entries(PDF_DATA)) {
    await mkdir(join(folder, part), { recursive: true });
    const names = (await readdir(join(source, part))).filter((name) => wanted.test(name));
    await Promise.all(names.map((name) => copyFile(join(source, part, name), join(folder, part, name))));
  }
}

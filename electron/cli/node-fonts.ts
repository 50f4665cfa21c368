import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { REPORT_DATA } from '../report-data.mjs';
import { readFontFile, type FontFile } from '#renderer/documents/pdf/font-file.ts';
import type { PdfFonts } from '#renderer/documents/pdf/render-pdf.ts';
import { subsetterOf, type HarfbuzzSubset } from '#renderer/documents/pdf/subset-font.ts';

const require = createRequire(import.meta.url);
let loaded: Promise<PdfFonts> | undefined;

/** Noto Sans SC in two weights with the subsetter; read once per process. */
export function nodeFonts(): Promise<PdfFonts> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfFonts> {
  const [regular, bold, harfbuzz] = await Promise.all([
    readFont('NotoSansSC-Regular.ttf'),
    readFont('NotoSansSC-Bold.ttf'),
    readFile(pathOf('harfbuzz-subset.wasm')),
  ]);
  const { instance } = await WebAssembly.instantiate(harfbuzz);
  return { regular, bold, subset: subsetterOf(instance.exports as unknown as HarfbuzzSubset) };
}

async function readFont(name: keyof typeof REPORT_DATA): Promise<FontFile> {
  return readFontFile(await readFile(pathOf(name)));
}

/** Beside the window in the packed program, which has no packages; else in the package. */
function pathOf(name: keyof typeof REPORT_DATA): string {
  const packed = join(import.meta.dirname, '..', 'renderer', 'data', name);
  return existsSync(packed) ? packed : require.resolve(REPORT_DATA[name]);
}

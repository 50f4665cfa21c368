import { readFile } from 'node:fs/promises';
import { readFontFile, type FontFile } from '#renderer/documents/pdf/font-file.ts';
import type { PdfFonts } from '#renderer/documents/pdf/render-pdf.ts';
import { subsetterOf, type HarfbuzzSubset } from '#renderer/documents/pdf/subset-font.ts';
import { dataPath, type ReportData } from './data-path.ts';

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
    readFile(dataPath('harfbuzz-subset.wasm')),
  ]);
  const { instance } = await WebAssembly.instantiate(harfbuzz);
  return { regular, bold, subset: subsetterOf(instance.exports as unknown as HarfbuzzSubset) };
}

async function readFont(name: ReportData): Promise<FontFile> {
  return readFontFile(await readFile(dataPath(name)));
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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
    read('400Regular/NotoSansSC_400Regular.ttf'),
    read('700Bold/NotoSansSC_700Bold.ttf'),
    readFile(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  ]);
  const { instance } = await WebAssembly.instantiate(harfbuzz);
  return { regular, bold, subset: subsetterOf(instance.exports as unknown as HarfbuzzSubset) };
}

async function read(file: string): Promise<FontFile> {
  return readFontFile(await readFile(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`)));
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { readFontFile, type FontFile } from '#renderer/documents/pdf/font-file.ts';
import type { PdfFonts } from '#renderer/documents/pdf/render-pdf.ts';

const require = createRequire(import.meta.url);
let loaded: Promise<PdfFonts> | undefined;

/** Noto Sans SC in two weights with the subsetter; read once per process. */
export function nodeFonts(): Promise<PdfFonts> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([
    read('400Regular/NotoSansSC_400Regular.ttf'),
    read('700Bold/NotoSansSC_700Bold.ttf'),
  ]);
  return { regular, bold, subset };
}

async function read(file: string): Promise<FontFile> {
  return readFontFile(await readFile(require.resolve(`@expo-google-fonts/noto-sans-sc/${file}`)));
}

async function subset(font: FontFile, text: string): Promise<Uint8Array> {
  return subsetFont(Buffer.from(font.bytes.buffer, font.bytes.byteOffset, font.bytes.byteLength), text, {
    targetFormat: 'truetype',
  });
}

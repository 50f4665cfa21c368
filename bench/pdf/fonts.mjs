import { readFileSync } from 'node:fs';
import { productRequire } from '../support/places.mjs';

/** The product's fonts, for painters that take whole files. */
export const FONT_FILES = {
  regular: productRequire.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: productRequire.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
};

export const readFonts = () => ({ regular: readFileSync(FONT_FILES.regular), bold: readFileSync(FONT_FILES.bold) });

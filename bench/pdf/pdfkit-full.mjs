import { readFonts } from './fonts.mjs';
import { painterWith } from './pdfkit.mjs';

/** pdfkit with the whole fonts, which it cuts down itself. */
export function painter({ blocks }) {
  const { regular, bold } = readFonts();
  const paint = painterWith({ regular: () => regular, bold: () => bold });
  return { paint: () => paint(blocks) };
}

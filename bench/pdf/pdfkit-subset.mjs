import { productRequire } from '../support/places.mjs';
import { readFonts } from './fonts.mjs';
import { painterWith } from './pdfkit.mjs';

/** pdfkit with fonts cut down to the report's characters first, by the library that the product uses. */
export function painter({ blocks }) {
  const subset = productRequire('subset-font');
  const { regular, bold } = readFonts();
  return {
    paint: () => {
      const characters = [...new Set(`${JSON.stringify(blocks)}0123456789`)].join('');
      const cut = (font) => () => subset(font, characters, { targetFormat: 'truetype' });
      return painterWith({ regular: cut(regular), bold: cut(bold) })(blocks);
    },
  };
}

import { painterWith } from './pdfkit.mjs';

/** pdfkit with fonts cut down to the report's characters first, by the subsetter of the product. */
export function painter({ blocks, fonts }) {
  return {
    paint: () => {
      const characters = [...new Set(`${JSON.stringify(blocks)}0123456789`)].join('');
      const cut = (font) => () => Buffer.from(fonts.subset(font, characters));
      return painterWith({ regular: cut(fonts.regular), bold: cut(fonts.bold) })(blocks);
    },
  };
}

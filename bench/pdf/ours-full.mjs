/** The product with the whole fonts in the file. */
export function painter({ report, product, fonts }) {
  const whole = { ...fonts, subset: async (font) => font.bytes };
  return { paint: async () => (await product.renderPdf(report, whole)).bytes };
}

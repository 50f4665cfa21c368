/** The product with the whole fonts in the file. */
export function painter({ report, product, fonts }) {
  const whole = { ...fonts, subset: (font) => font.bytes };
  return { paint: () => product.renderPdf(report, whole).bytes };
}

/** The product itself: fonts cut down to what the report uses. */
export function painter({ report, product, fonts }) {
  return { paint: () => product.renderPdf(report, fonts).bytes };
}

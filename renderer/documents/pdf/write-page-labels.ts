import type { PdfObjects } from './pdf-objects.ts';

/** How readers name the pages (page-label.ts), and that their window is called by the title of the document. */
export function writePageLabels(objects: PdfObjects, pages: number, front: number): void {
  const labels = [...(front > 0 ? ['0<</S/r>>'] : []), ...(front < pages ? [`${front}<</S/D>>`] : [])];
  objects.onCatalog(() => {
    objects.write(`/PageLabels<</Nums[${labels.join('')}]>>/ViewerPreferences<</DisplayDocTitle true>>`);
  });
}

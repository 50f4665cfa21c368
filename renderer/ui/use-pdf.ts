import { useEffect, useState } from 'react';
import { openPdf, type OpenPdf, type PdfProblem } from './open-pdf.ts';

/** A PDF as long as somebody looks at it; null while it is being opened. */
export function usePdf(bytes: Uint8Array): OpenPdf | PdfProblem | null {
  const [pdf, setPdf] = useState<OpenPdf | PdfProblem | null>(null);
  useEffect(() => {
    let isOver = false;
    const opening = openPdf(bytes);
    void opening.opened.then((opened) => isOver || setPdf(opened));
    return () => {
      isOver = true;
      opening.close();
    };
  }, [bytes]);
  return pdf;
}

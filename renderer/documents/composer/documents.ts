import type { ReportDocument } from '#assessments/reporting/report-document.ts';
import { millOf, type ReportChoices } from '#assessments/reporting/report-input.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import type { PdfFonts } from '../pdf/render-pdf.ts';
import type { Unprintable } from '../pdf/safe-text.ts';
import type { DocumentFormat } from './formats.ts';
import type { PlannedResult } from './planned.ts';

export interface PaintedDocument {
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
  /** Null where the reader of the file makes the pages. */
  readonly pages: number | null;
  /** Characters that the fonts of the PDF lack; Word and Excel use the reader's fonts. */
  readonly unprintable: readonly Unprintable[];
}

export interface DocumentOrder {
  readonly mill: ScoredMill;
  readonly planned: PlannedResult;
  readonly language: Language;
  readonly choices?: ReportChoices;
}

/** Paints documents of a scored and planned mill, what they say made once for all; only the painter of a format is loaded. */
export function painterOf(
  { mill: scored, planned, language, choices }: DocumentOrder,
  fonts: () => Promise<PdfFonts>,
): (format: DocumentFormat) => Promise<PaintedDocument> {
  const mill = scored.context.library
    .help(scored.packs)
    .then((guidance) =>
      millOf({ scored, ...planned, guidance, language, ...(choices === undefined ? {} : { choices }) }),
    );
  let made: Promise<ReportDocument> | undefined;
  const report = () => (made ??= mill.then(reportOf));
  return async (format) => {
    switch (format) {
      case 'pdf': {
        const { renderPdf } = await import('../pdf/render-pdf.ts');
        return { format, ...renderPdf(await report(), await fonts()) };
      }
      case 'docx': {
        const { renderDocx } = await import('../docx/render-docx.ts');
        return { format, bytes: renderDocx(await report()), pages: null, unprintable: [] };
      }
      case 'xlsx': {
        const [{ workbookOf }, { renderXlsx }] = await Promise.all([
          import('#assessments/reporting/workbook-of.ts'),
          import('../xlsx/render-xlsx.ts'),
        ]);
        return { format, bytes: renderXlsx(workbookOf(await mill)), pages: null, unprintable: [] };
      }
      case 'pptx': {
        const [{ deckOf }, { renderPptx }] = await Promise.all([
          import('#assessments/reporting/deck/deck-of.ts'),
          import('../pptx/render-pptx.ts'),
        ]);
        return { format, bytes: await renderPptx(deckOf(await mill)), pages: null, unprintable: [] };
      }
    }
  };
}

import { shippedGuidance } from '#assessments/packs/guidance.ts';
import { millOf, type ReportChoices, type ReportInput } from '#assessments/reporting/report-input.ts';
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

/** A document of a scored and planned mill; only the painter of its format is loaded. */
export async function paintDocument(
  { mill, planned, language, choices }: DocumentOrder,
  format: DocumentFormat,
  fonts: () => Promise<PdfFonts>,
): Promise<PaintedDocument> {
  const input: ReportInput = {
    scored: mill,
    ...planned,
    guidance: shippedGuidance,
    language,
    ...(choices === undefined ? {} : { choices }),
  };
  switch (format) {
    case 'pdf': {
      const { renderPdf } = await import('../pdf/render-pdf.ts');
      return { format, ...renderPdf(reportOf(input), await fonts()) };
    }
    case 'docx': {
      const { renderDocx } = await import('../docx/render-docx.ts');
      return { format, bytes: renderDocx(reportOf(input)), pages: null, unprintable: [] };
    }
    case 'xlsx': {
      const [{ workbookOf }, { renderXlsx }] = await Promise.all([
        import('#assessments/reporting/workbook-of.ts'),
        import('../xlsx/render-xlsx.ts'),
      ]);
      return { format, bytes: renderXlsx(workbookOf(millOf(input))), pages: null, unprintable: [] };
    }
  }
}

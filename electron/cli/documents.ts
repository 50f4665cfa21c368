import { millOf, type ReportInput } from '#assessments/reporting/report-input.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import type { Unprintable } from '#renderer/documents/pdf/safe-text.ts';
import type { Format } from './command-line.ts';
import { FILE_NAMES } from './output-places.ts';
import type { OutputFile } from './write-outputs.ts';

interface Documents {
  readonly documents: readonly OutputFile[];
  /** Characters that the fonts of the PDF lack; Word and Excel use the reader's fonts. */
  readonly unprintable: readonly Unprintable[];
}

/** The documents of one diagnosis; only the painters of the wanted formats are loaded. */
export async function documentsOf(input: ReportInput, formats: ReadonlySet<Format>): Promise<Documents> {
  const documents: OutputFile[] = [];
  let unprintable: Documents['unprintable'] = [];
  if (formats.has('pdf') || formats.has('docx')) {
    const report = reportOf(input);
    if (formats.has('pdf')) {
      const [{ renderPdf }, { nodeFonts }] = await Promise.all([
        import('#renderer/documents/pdf/render-pdf.ts'),
        import('./node-fonts.ts'),
      ]);
      const pdf = renderPdf(report, await nodeFonts());
      documents.push({ name: FILE_NAMES.pdf, bytes: pdf.bytes });
      unprintable = pdf.unprintable;
    }
    if (formats.has('docx')) {
      const { renderDocx } = await import('#renderer/documents/docx/render-docx.ts');
      documents.push({ name: FILE_NAMES.docx, bytes: renderDocx(report) });
    }
  }
  if (formats.has('xlsx')) {
    const [{ workbookOf }, { renderXlsx }] = await Promise.all([
      import('#assessments/reporting/workbook-of.ts'),
      import('#renderer/documents/xlsx/render-xlsx.ts'),
    ]);
    documents.push({ name: FILE_NAMES.xlsx, bytes: renderXlsx(workbookOf(millOf(input))) });
  }
  return { documents, unprintable };
}

import type { ReportDocument } from '../../../assessments/reporting/report-document.ts';
import type { FontFile } from './font-file.ts';
import { layOutReport, type LaidOutReport } from './lay-out-report.ts';
import { paintPages } from './paint-pages.ts';
import type { Weight } from './page-flow.ts';
import type { Unprintable } from './safe-text.ts';
import type { Subsetter } from './subset-font.ts';

/** Fonts and the subsetter, from outside: this room reads no files and loads no WebAssembly. */
export interface PdfFonts {
  readonly regular: FontFile;
  readonly bold: FontFile;
  /** The font with just the characters of the text, as TrueType. */
  readonly subset: Subsetter;
}

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What could not be printed; listed on the last page too. */
  readonly unprintable: readonly Unprintable[];
}

/** A report as PDF: laid out, its fonts cut down to what it uses, painted. The same report gives the same bytes. */
export function renderPdf(report: ReportDocument, fonts: PdfFonts): RenderedPdf {
  const laidOut = layOutReport(report, fonts);
  const regular = fonts.subset(fonts.regular, charactersOf(laidOut, 'regular'));
  const bold = fonts.subset(fonts.bold, charactersOf(laidOut, 'bold'));
  const bytes = paintPages(laidOut, report.meta, report.language, { regular, bold });
  return { bytes, pages: laidOut.pages.length, unprintable: laidOut.unprintable };
}

/** Each character once and in order, so that the subset does not depend on where it is used. */
function charactersOf({ pages }: LaidOutReport, weight: Weight): string {
  const used = new Set<string>(' ');
  for (const mark of pages.flat()) {
    if (mark.kind === 'text' && mark.weight === weight) for (const character of mark.text) used.add(character);
  }
  return [...used].sort().join('');
}

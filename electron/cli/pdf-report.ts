import { shippedGuidance } from '#assessments/packs/guidance.ts';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { Result } from '#assessments/schema/result.ts';
import { renderPdf, type RenderedPdf } from '#renderer/documents/pdf/render-pdf.ts';
import { nodeFonts } from './node-fonts.ts';

/** The report of one diagnosis as PDF. */
export async function pdfReport(
  dossier: Dossier,
  diagnosis: Diagnosis,
  result: Result,
  language: Language,
): Promise<RenderedPdf> {
  const report = reportOf({ dossier, diagnosis, result, packs: shippedPacks, guidance: shippedGuidance, language });
  return renderPdf(report, await nodeFonts());
}

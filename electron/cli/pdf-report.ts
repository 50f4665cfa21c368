import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { Result } from '#assessments/schema/result.ts';

/** The report of one diagnosis as PDF. */
export function pdfReport(_dossier: Dossier, _diagnosis: Diagnosis, _result: Result, _language: Language) {
  return Promise.resolve({ bytes: new Uint8Array(), unprintable: [] as { codePoint: string; count: number }[] });
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '#assessments/packs/registry.ts';
import type { ReportDocument } from '#assessments/reporting/report-document.ts';
import { millOf, type ReportInput } from '#assessments/reporting/report-input.ts';
import { documentsOf, type Documents } from '#assessments/reporting/documents-of.ts';
import type { ReportWorkbook } from '#assessments/reporting/report-workbook.ts';
import { workbookOf } from '#assessments/reporting/workbook-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { Result } from '#assessments/schema/result.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import { PROJECT } from './cli.ts';
import { scoredMillOf } from './dossiers.ts';

const guidance = await library.help(library.newest.packs);
const FOLDER = join(PROJECT, 'seeds', 'demo');

export interface ReportedMill {
  readonly dossier: Dossier;
  readonly result: Result;
  readonly input: ReportInput;
  readonly documents: Documents;
  readonly report: ReportDocument;
  readonly workbook: ReportWorkbook;
}

/** A dossier scored and reported as the command line does, without files. */
export function reported(json: unknown, language: Language = 'zh-CN'): ReportedMill {
  const dossier = Dossier.parse(json);
  const scored = scoredMillOf(dossier);
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const result = resultOf(scored, { language, sha256 });
  const input = { scored, result, guidance, language };
  const mill = millOf(input);
  const documents = documentsOf(mill);
  return { dossier, result, input, documents, report: documents.report, workbook: workbookOf(mill) };
}

const demos = new Map<Language, readonly ReportedMill[]>();

/** The demo mills, by file name. */
export function demoMills(language: Language = 'zh-CN'): readonly ReportedMill[] {
  const mills = demos.get(language) ?? readDemoMills(language);
  demos.set(language, mills);
  return mills;
}

function readDemoMills(language: Language): ReportedMill[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => reported(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')), language));
}

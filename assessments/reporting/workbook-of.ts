import type { Mill } from './report-input.ts';
import { reportMeta, runningText } from './report-meta.ts';
import type { ReportWorkbook } from './report-workbook.ts';
import { answersSheet } from './sheets/answers.ts';
import { evidenceSheet } from './sheets/evidence.ts';
import { factsSheet } from './sheets/facts.ts';
import { gapsSheet } from './sheets/gaps.ts';
import { indicatorsSheet } from './sheets/indicators.ts';

/** The sheets in their order. */
const SHEETS = [answersSheet, gapsSheet, factsSheet, indicatorsSheet, evidenceSheet] as const;

/** One diagnosis as tables: everything that was answered and measured, and what it came to. */
export function workbookOf(mill: Mill): ReportWorkbook {
  return {
    language: mill.language,
    meta: reportMeta(mill),
    running: runningText(mill),
    sheets: SHEETS.map((sheet) => sheet(mill)),
  };
}

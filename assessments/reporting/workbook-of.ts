import type { Mill } from './report-input.ts';
import { reportMeta, runningText } from './report-meta.ts';
import type { ReportWorkbook, WorkbookSheet } from './report-workbook.ts';
import { answersSheet } from './sheets/answers.ts';
import { dockingSheet } from './sheets/docking.ts';
import { evidenceSheet } from './sheets/evidence.ts';
import { factsSheet } from './sheets/facts.ts';
import { gapsSheet } from './sheets/gaps.ts';
import { indicatorsSheet } from './sheets/indicators.ts';
import { levelsSheet } from './sheets/levels.ts';
import { aimsSheet } from './sheets/aims.ts';
import { planSheet } from './sheets/plan.ts';
import { machinesSheet, systemsSheet } from './sheets/register.ts';
import { savingsSheet } from './sheets/savings.ts';
import { verifySheet } from './sheets/verify.ts';

/** The sheets in their order; null where a diagnosis has nothing for one. */
const SHEETS: readonly ((mill: Mill) => WorkbookSheet | null)[] = [
  planSheet,
  savingsSheet,
  aimsSheet,
  verifySheet,
  dockingSheet,
  levelsSheet,
  answersSheet,
  gapsSheet,
  factsSheet,
  machinesSheet,
  systemsSheet,
  indicatorsSheet,
  evidenceSheet,
];

/** One diagnosis as tables: everything that was answered and measured, and what it came to. */
export function workbookOf(mill: Mill): ReportWorkbook {
  return {
    language: mill.language,
    meta: reportMeta(mill),
    running: runningText(mill),
    sheets: SHEETS.flatMap((sheet) => sheet(mill) ?? []),
  };
}

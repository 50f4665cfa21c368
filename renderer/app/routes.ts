import type { PackId } from '#assessments/schema/ids.ts';

/** The places of the window; hash routes, since the window is a file of its own origin. */
export const HOME = '/';
export const STEPS = ['board', 'profile', 'facts', 'questions', 'results', 'plan', 'report'] as const;
export type BarStep = (typeof STEPS)[number];
/** Every page of an enterprise; the quick diagnosis is a short way through questions and facts and none of the steps. */
export const PAGES = [...STEPS, 'quick'] as const;
export type Step = (typeof PAGES)[number];

export function stepPath(enterprise: string, step: Step): string {
  return `/enterprises/${enterprise}/${step}`;
}

/** Parts of the facts of a year, a page each; the first is the one that the step opens with. */
export const FACT_PARTS = ['figures', 'machines', 'systems'] as const;
export type FactPart = (typeof FACT_PARTS)[number];

export function factsPath(enterprise: string, part: FactPart): string {
  const path = stepPath(enterprise, 'facts');
  return part === FACT_PARTS[0] ? path : `${path}/${part}`;
}

/** Where figures and answers go out to Excel and come in. */
export const TABLES = 'excel';

export function tablesPath(enterprise: string): string {
  return `${stepPath(enterprise, 'facts')}/${TABLES}`;
}

/** Parts of the report, a page each; the first is the one that the step opens with. */
export const REPORT_PARTS = ['documents', 'remarks'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export function reportPath(enterprise: string, part: ReportPart): string {
  const path = stepPath(enterprise, 'report');
  return part === REPORT_PARTS[0] ? path : `${path}/${part}`;
}

/** The plan, with the drawer of a measure open where one is named. */
export function planPath(enterprise: string, measure: string | null): string {
  const path = stepPath(enterprise, 'plan');
  return measure === null ? path : `${path}/${measure}`;
}

/** A tab of the results; of the current round if none is named. */
export function resultsPath(enterprise: string, tab: string, diagnosis?: string): string {
  const path = `${stepPath(enterprise, 'results')}/${tab}`;
  return diagnosis === undefined ? path : `${path}/${diagnosis}`;
}

export function sectionPath(enterprise: string, pack: PackId, section: string, question?: string): string {
  const path = `${stepPath(enterprise, 'questions')}/${pack}/${section}`;
  return question === undefined ? path : `${path}/${question}`;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { library } from '#assessments/packs/registry.ts';
import { millOf, type ReportInput } from '#assessments/reporting/report-input.ts';
import { reportOf } from '#assessments/reporting/report-of.ts';
import { workbookOf } from '#assessments/reporting/workbook-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import { highsSolver } from '#renderer/documents/composer/highs-solver.ts';
import { withPlan, type PlannedResult } from '#renderer/documents/composer/planned.ts';
import { PROJECT } from './cli.ts';
import { AS_OF, scoredMillOf } from './dossiers.ts';

export { AS_OF };

const guidance = await library.help(library.newest.packs);
/** Plans by dossier and budget: the same in every language, and what takes longest of a report. */
const chosen = new Map<string, Promise<PlannedResult>>();
const wasm = createRequire(import.meta.url).resolve('highs/runtime');
const solver = highsSolver(readFileSync(wasm));

/** A dossier with what came of its plan, reported as the command line does, without files. */
export async function reportedPlan(json: unknown, language: Language, budgetWan: number | undefined) {
  const dossier = Dossier.parse(json);
  const scored = scoredMillOf(dossier);
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const withoutPlan = resultOf(scored, { language, sha256 });
  const key = JSON.stringify([json, budgetWan]);
  const request = budgetWan === undefined ? {} : { budgetWan };
  const choosing = chosen.get(key) ?? withPlan(scored, withoutPlan, { request, language, solver: () => solver, sha256 });
  chosen.set(key, choosing);
  const { result: planResult, plan, refused } = await choosing;
  const result = { ...withoutPlan, plan: planResult.plan };
  const input: ReportInput = { scored, result, guidance, language, plan, refused };
  const mill = millOf(input);
  return { dossier, input, plan, refused, report: reportOf(mill), workbook: workbookOf(mill) };
}

/** A dossier whose plan must exist. */
export async function planned(json: unknown, language: Language, budgetWan: number | undefined) {
  const { plan, ...reported } = await reportedPlan(json, language, budgetWan);
  if (plan === null) throw new Error('no plan was made');
  return { ...reported, plan };
}

export function demoJson(id: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(PROJECT, 'seeds', 'demo', `${id}.json`), 'utf8')) as Record<string, unknown>;
}

/** The demo mills with the budgets in 10k yuan that a mill of their size would name. */
export const BUDGETS = { 'demo-dyeing': 200, 'demo-garment': 80, 'demo-spinning': 150 } as const;

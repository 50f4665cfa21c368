import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '#assessments/packs/registry.ts';
import type { Catalogue } from '#assessments/planning/catalogue.ts';
import { failedGates, offersFor } from '#assessments/planning/offer.ts';
import { planAsKept, planOf, type PlanOutcome } from '#assessments/planning/plan-of.ts';
import { plannedMill } from '#assessments/planning/planned-mill.ts';
import { millOf, type ReportInput } from '#assessments/reporting/report-input.ts';
import { documentsOf } from '#assessments/reporting/documents-of.ts';
import { shownPlan } from '#assessments/reporting/shown-plan.ts';
import { workbookOf } from '#assessments/reporting/workbook-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { PlanRequest, storedPlan } from '#assessments/schema/plan.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { catalogue, planContextOn, policies } from '#renderer/documents/composer/plan-references.ts';
import { PROJECT } from './cli.ts';
import { AS_OF, scoredMillOf } from './dossiers.ts';
import { solve } from './highs-node.ts';

export { AS_OF };

const guidance = await library.help(library.newest.packs);
/** Plans by dossier and request: the same in every language, and what takes longest of a report. */
const made = new Map<string, PlanOutcome>();

/**
 * A dossier with what came of its plan, its money as shown, reported without files: chosen anew for a request, else the plan that it keeps.
 * The catalogue has so few measures that the best is found at once.
 */
export function reportedPlan(json: unknown, language: Language, request?: unknown) {
  const dossier = Dossier.parse(json);
  const scored = scoredMillOf(dossier);
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const stored = storedPlan(dossier.plan);
  const kept = stored?.items.map(({ id }) => id) ?? [];
  const asked = PlanRequest.parse(request ?? stored?.request ?? {});
  const few = fewFor(scored, new Set([...(request === undefined ? kept : []), ...(asked.must ?? [])]));
  const context = { ...planContextOn(AS_OF), solve, catalogue: few };
  const key = JSON.stringify([json, request]);
  const outcome =
    made.get(key) ??
    (request === undefined && stored !== null
      ? planAsKept(scored, stored, context)
      : planOf(scored, asked, [], context));
  made.set(key, outcome);
  const plan = outcome.kind === 'plan' ? { plan: outcome.plan, catalogue: few, policies, firm: {} } : null;
  const refused = outcome.kind === 'plan' ? null : { outcome, catalogue: few };
  const input: ReportInput = {
    scored,
    result: resultOf(scored, { language, sha256 }),
    guidance,
    language,
    plan,
    refused,
  };
  const mill = millOf(input);
  const documents = documentsOf(mill);
  const shown = plan === null ? null : { ...plan, plan: shownPlan(plan.plan) };
  return { dossier, input, plan: shown, refused, documents, report: documents.report, workbook: workbookOf(mill) };
}

/** A dossier whose plan must exist. */
export function planned(json: unknown, language: Language, request?: unknown) {
  const { plan, ...reported } = reportedPlan(json, language, request);
  if (plan === null) throw new Error('no plan was made');
  return { ...reported, plan };
}

const FEW = 30;

/** The catalogue with what closes a failed gate, what saves most and some that save nothing, with all that these require. */
function fewFor(mill: ScoredMill, wanted: ReadonlySet<string>): Catalogue {
  const whole = plannedMill(mill, catalogue);
  const failed = failedGates(mill);
  const worth = new Map<string, number>(
    offersFor(whole, {}, []).map((offer) => {
      const closes = offer.measure.lifts.some(({ question }) => failed.has(question));
      return [offer.measure.id, closes ? Infinity : (whole.benefitAlone(offer)?.planned ?? 0)] as const;
    }),
  );
  const ids = new Set<string>(
    [...worth]
      .sort(([, a], [, b]) => b - a)
      .slice(0, FEW)
      .map(([id]) => id),
  );
  for (const id of [...wanted, ...ids]) take(id);
  const measures = catalogue.measures.filter(({ id }) => ids.has(id));
  return { ...catalogue, measures, byId: new Map(measures.map((measure) => [measure.id as string, measure])) };

  function take(id: string): void {
    ids.add(id);
    for (const needed of catalogue.byId.get(id)?.requires ?? []) take(needed);
  }
}

export function demoJson(id: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(PROJECT, 'seeds', 'demo', `${id}.json`), 'utf8')) as Record<string, unknown>;
}

/** The demo mills with what a mill of their size would ask for, in 10k yuan. */
export const REQUESTS = {
  'demo-dyeing': { budgetWan: 200, pains: ['energy-water'] },
  'demo-garment': { budgetWan: 80, people: 0.8 },
  'demo-spinning': { budgetWan: 150, aim: 'money' },
} as const;

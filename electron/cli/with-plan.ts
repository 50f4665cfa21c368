import { shippedPacks } from '#assessments/packs/registry.ts';
import { readCatalogue } from '#assessments/planning/catalogue.ts';
import { planOf } from '#assessments/planning/plan-of.ts';
import { resultPlan } from '#assessments/planning/result-plan.ts';
import type { PlanInput } from '#assessments/reporting/report-input.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { PolicyBook } from '#assessments/schema/policy.ts';
import type { Result } from '#assessments/schema/result.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import policies from '#seeds/policies/policies.json' with { type: 'json' };

const catalogue = readCatalogue(measureFiles);
const policyBook = PolicyBook.parse(policies);

/**
 * The result with its plan, made anew from what the dossier asks of it and inside the budget; no plan where what must be
 * in it does not fit.
 */
export function withPlan(
  dossier: Dossier,
  diagnosis: Diagnosis,
  result: Result,
  budgetWan: number | undefined,
): { readonly result: Result; readonly plan: PlanInput | null } {
  const stored = storedPlan(dossier.plan);
  const request = { ...stored?.request, ...(budgetWan === undefined ? {} : { budgetWan }) };
  const outcome = planOf({ dossier, diagnosis }, result, request, stored?.items ?? [], {
    catalogue,
    packs: shippedPacks,
    counties: [],
  });
  if (outcome.kind !== 'plan') return { result, plan: null };
  return {
    result: { ...result, plan: resultPlan(outcome.plan, diagnosis.packs) },
    plan: { plan: outcome.plan, catalogue, policies: policyBook },
  };
}

import { shippedPacks } from '#assessments/packs/registry.ts';
import { readCatalogue } from '#assessments/planning/catalogue.ts';
import type { MillState } from '#assessments/planning/mill-after.ts';
import { planAsKept, planOf, type ImprovementPlan, type PlanContext } from '#assessments/planning/plan-of.ts';
import { resultPlan } from '#assessments/planning/result-plan.ts';
import type { PlanInput } from '#assessments/reporting/report-input.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { storedPlan, type PlanItem, type PlanRequest } from '#assessments/schema/plan.ts';
import { PolicyBook } from '#assessments/schema/policy.ts';
import type { Result } from '#assessments/schema/result.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import policies from '#seeds/policies/policies.json' with { type: 'json' };

const catalogue = readCatalogue(measureFiles);
const policyBook = PolicyBook.parse(policies);

/** What plans are made from on a day YYYY-MM-DD. */
function contextOn(asOf: string): PlanContext {
  const recognitions = { ladders: policyBook.recognitions, asOf };
  return { catalogue, packs: shippedPacks, counties: [], recognitions };
}

/**
 * The result with its plan: the one that the dossier keeps, or a new one inside the budget; no plan where what must be in
 * it does not fit. The report tells it only where the dossier or the command line asks for one: all that could be done
 * without regard to money is a list for machines.
 */
export function withPlan(
  dossier: Dossier,
  diagnosis: Diagnosis,
  result: Result,
  budgetWan: number | undefined,
): { readonly result: Result; readonly plan: PlanInput | null } {
  const mill = { dossier, diagnosis };
  const context = contextOn(result.asOf);
  const stored = storedPlan(dossier.plan);
  const isKept = stored !== null && stored.items.length > 0;
  const plan =
    isKept && budgetWan === undefined
      ? planAsKept(mill, result, stored, context)
      : newPlan(
          mill,
          result,
          { ...stored?.request, ...(budgetWan === undefined ? {} : { budgetWan }) },
          stored?.items ?? [],
          context,
        );
  if (plan === null) return { result, plan: null };
  const isAskedFor = isKept || budgetWan !== undefined;
  return {
    result: { ...result, plan: resultPlan(plan, diagnosis.packs) },
    plan: isAskedFor ? { plan, catalogue, policies: policyBook } : null,
  };
}

function newPlan(
  mill: MillState,
  result: Result,
  request: PlanRequest,
  kept: readonly PlanItem[],
  context: PlanContext,
): ImprovementPlan | null {
  const outcome = planOf(mill, result, request, kept, context);
  return outcome.kind === 'plan' ? outcome.plan : null;
}

import { readCatalogue, type Catalogue } from '#assessments/planning/catalogue.ts';
import { planAsKept, planOf, type ImprovementPlan, type PlanContext } from '#assessments/planning/plan-of.ts';
import { resultPlan } from '#assessments/planning/result-plan.ts';
import type { PlanInput } from '#assessments/reporting/report-input.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { PolicyBook } from '#assessments/schema/policy.ts';
import type { Result } from '#assessments/schema/result.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import policyTexts from '#seeds/policies/policies.json' with { type: 'json' };

/** Reference data of the plan; read when a plan is first asked for. */
export const catalogue: Catalogue = readCatalogue(measureFiles);
export const policies = PolicyBook.parse(policyTexts);

/** What plans are made from on a day YYYY-MM-DD. */
export function planContextOn(asOf: string): PlanContext {
  return { catalogue, recognitions: { ladders: policies.recognitions, asOf } };
}

/** What the caller asks of the plan; undefined where the mill's own request holds. */
export interface PlanWish {
  /** For the whole plan, 10k yuan. */
  readonly budgetWan?: number | undefined;
}

export interface PlannedResult {
  readonly result: Result;
  /** Null where no plan is asked for, or what must be in it does not fit. */
  readonly plan: PlanInput | null;
}

/**
 * The result with its plan: the one that the dossier keeps, as it stands, unless the caller wishes another, which is chosen
 * anew. No plan where none is kept and none wished.
 */
export function withPlan(mill: ScoredMill, result: Result, wish: PlanWish): PlannedResult {
  const plan = planFor(mill, wish);
  if (plan === null) return { result, plan: null };
  return {
    result: { ...result, plan: resultPlan(plan, mill.diagnosis.packs) },
    plan: { plan, catalogue, policies },
  };
}

function planFor(mill: ScoredMill, { budgetWan }: PlanWish): ImprovementPlan | null {
  const context = planContextOn(mill.context.asOf);
  const stored = storedPlan(mill.dossier.plan);
  const isKept = stored !== null && stored.items.length > 0;
  if (budgetWan === undefined) return isKept ? planAsKept(mill, stored, context) : null;
  const outcome = planOf(mill, { ...stored?.request, budgetWan }, stored?.items ?? [], context);
  return outcome.kind === 'plan' ? outcome.plan : null;
}

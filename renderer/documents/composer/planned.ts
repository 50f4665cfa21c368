import type { PlanInput } from '#assessments/reporting/report-input.ts';
import { storedPlan, type StoredPlan } from '#assessments/schema/plan.ts';
import type { Result } from '#assessments/schema/result.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';

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
 * anew. No plan where none is kept and none wished; catalogue and policies are then not even loaded.
 */
export async function withPlan(mill: ScoredMill, result: Result, wish: PlanWish): Promise<PlannedResult> {
  const stored = storedPlan(mill.dossier.plan);
  const isKept = stored !== null && stored.items.length > 0;
  const plan = isKept || wish.budgetWan !== undefined ? await planFor(mill, stored, wish) : null;
  if (plan === null) return { result, plan: null };
  const { resultPlan } = await import('#assessments/planning/result-plan.ts');
  return { result: { ...result, plan: resultPlan(plan.plan) }, plan };
}

async function planFor(
  mill: ScoredMill,
  stored: StoredPlan | null,
  { budgetWan }: PlanWish,
): Promise<PlanInput | null> {
  const [{ planAsKept, planOf }, { catalogue, policies, planContextOn }] = await Promise.all([
    import('#assessments/planning/plan-of.ts'),
    import('./plan-references.ts'),
  ]);
  const context = planContextOn(mill.context.asOf);
  if (stored !== null && budgetWan === undefined)
    return { plan: planAsKept(mill, stored, context), catalogue, policies };
  const outcome = planOf(mill, { ...stored?.request, budgetWan }, stored?.items ?? [], context);
  return outcome.kind === 'plan' ? { plan: outcome.plan, catalogue, policies } : null;
}

import type { Solver } from '#assessments/planning/linear-program.ts';
import type { PlanOutcome } from '#assessments/planning/plan-of.ts';
import type { PlanInput, RefusedPlan } from '#assessments/reporting/report-input.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { storedPlan, type PlanRequest } from '#assessments/schema/plan.ts';
import type { Result } from '#assessments/schema/result.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';

/** What the caller asks of the plan; undefined where the mill's own request holds. */
export interface PlanWish {
  readonly request: Pick<PlanRequest, 'budgetWan' | 'aim' | 'people'>;
  readonly language: Language;
  /** Loaded only where a plan is searched for. */
  readonly solver: () => Promise<Solver>;
  /** SHA-256 of a text, 64 hexadecimal digits. */
  readonly sha256: (text: string) => string | Promise<string>;
}

export interface PlannedResult {
  readonly result: Result;
  /** Null where no plan is asked for. */
  readonly outcome: PlanOutcome | null;
  /** Null where there is no plan. */
  readonly plan: PlanInput | null;
  /** Null where there is a plan or none is asked for. */
  readonly refused: RefusedPlan | null;
}

/**
 * The result with its plan: the one that the dossier keeps, as it stands, unless the caller wishes another, which is chosen
 * anew. No plan where none is kept and none wished; catalogue and policies are then not even loaded.
 */
export async function withPlan(mill: ScoredMill, result: Result, wish: PlanWish): Promise<PlannedResult> {
  const stored = storedPlan(mill.dossier.plan);
  const isKept = stored !== null && stored.items.length > 0;
  const asks = Object.values(wish.request).some((part) => part !== undefined);
  if (!isKept && !asks) return { result, outcome: null, plan: null, refused: null };
  const [{ planAsChosen, planAsKept, planOf }, { policiesFor }, { resultPlan }, { planBasis }, references] =
    await Promise.all([
      import('#assessments/planning/plan-of.ts'),
      import('#assessments/planning/open-policies.ts'),
      import('#assessments/planning/result-plan.ts'),
      import('#assessments/planning/plan-basis.ts'),
      import('./plan-references.ts'),
    ]);
  const { catalogue, policies, planContextOn } = references;
  const context = planContextOn(mill.context.asOf);
  const basis = stored === null ? null : await wish.sha256(planBasis(mill.dossier, mill.diagnosis));
  const isCurrent = stored !== null && basis === stored.basis && !asks;
  const outcome = await planned();
  const guidance = await mill.context.library.help(mill.packs);
  const roleOf = (id: string) =>
    guidance[id]?.ask[wish.language] ??
    (Object.hasOwn(factSheet, id) ? factSheet[id as keyof typeof factSheet].ask[wish.language] : null);
  const granted = new Map((stored?.request.granted ?? []).map(({ policy, amountWan }) => [policy, amountWan]));
  const measures = outcome.kind === 'plan' ? outcome.plan.planned : [];
  const support = policiesFor(policies.policies, mill, measures, mill.context.asOf)
    .filter((reading) => reading.measures.length > 0)
    .map(({ policy }) => ({
      policy: policy.id,
      amountWan: granted.get(policy.id) ?? null,
      granted: granted.has(policy.id),
    }));
  const firm = isCurrent ? (stored.firm ?? {}) : {};
  return {
    result: { ...result, plan: resultPlan(outcome, { roleOf, support, firm }) },
    outcome,
    plan: outcome.kind === 'plan' ? { plan: outcome.plan, catalogue, policies, firm } : null,
    refused: outcome.kind === 'plan' ? null : { outcome, catalogue },
  };

  async function planned(): Promise<PlanOutcome> {
    const chosen = stored !== null && isCurrent ? planAsChosen(mill, stored, context) : null;
    if (chosen !== null) return { kind: 'plan', plan: chosen };
    const solving = { ...context, solve: await wish.solver() };
    if (stored !== null && !asks) return planAsKept(mill, stored, solving);
    return planOf(mill, { ...stored?.request, ...defined(wish.request) }, stored?.items ?? [], solving);
  }
}

function defined(request: PlanWish['request']): Partial<PlanRequest> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}

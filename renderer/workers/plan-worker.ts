import './no-eval.ts';
import { planBasis } from '#assessments/planning/plan-basis.ts';
import { planOf } from '#assessments/planning/plan-of.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { PlanItem, PlanRequest } from '#assessments/schema/plan.ts';
import { sha256 } from '../platform/sha256.ts';
import { planContextOn } from '../documents/composer/plan-references.ts';
import { scoreRound } from '../documents/composer/scored.ts';

export interface PlanOrder {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
  readonly request: PlanRequest;
  readonly kept: readonly PlanItem[];
  /** Day of today, YYYY-MM-DD. */
  readonly asOf: string;
}

export type PlanNews =
  | { readonly kind: 'made'; readonly items: readonly PlanItem[]; readonly gap: number; readonly basis: string }
  | { readonly kind: 'does-not-fit' }
  | { readonly kind: 'failed'; readonly reason: string };

self.onmessage = ({ data }: MessageEvent<PlanOrder>) => {
  void make(data).then((news) => self.postMessage(news));
};

async function make({ dossier, diagnosis, request, kept, asOf }: PlanOrder): Promise<PlanNews> {
  try {
    const outcome = planOf(scoreRound(dossier, diagnosis, asOf), request, kept, planContextOn(asOf));
    if (outcome.kind !== 'plan') return { kind: 'does-not-fit' };
    const { planned, objective, bound } = outcome.plan;
    const gap = objective <= 0 ? 0 : Math.max(0, bound - objective) / objective;
    const basis = await sha256(planBasis(dossier, diagnosis));
    return { kind: 'made', items: planned.map((entry) => entry.item), gap, basis };
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}

import './no-eval.ts';
import { planOf } from '#assessments/planning/plan-of.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { PlanItem, PlanRequest } from '#assessments/schema/plan.ts';
import { scoreDiagnosis } from '#assessments/scoring/score-diagnosis.ts';
import { planSources, planSourcesOn } from '../features/plan/plan-sources.ts';

export interface PlanOrder {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
  readonly request: PlanRequest;
  readonly kept: readonly PlanItem[];
  /** Day of today, YYYY-MM-DD. */
  readonly asOf: string;
}

export type PlanNews =
  | { readonly kind: 'made'; readonly items: readonly PlanItem[]; readonly gap: number }
  | { readonly kind: 'does-not-fit' }
  | { readonly kind: 'failed'; readonly reason: string };

self.onmessage = ({ data }: MessageEvent<PlanOrder>) => {
  self.postMessage(make(data));
};

function make({ dossier, diagnosis, request, kept, asOf }: PlanOrder): PlanNews {
  try {
    const result = scoreDiagnosis(dossier, diagnosis, planSources.packs, planSources.counties);
    const outcome = planOf({ dossier, diagnosis }, result, request, kept, planSourcesOn(asOf));
    if (outcome.kind !== 'plan') return { kind: 'does-not-fit' };
    const { planned, objective, bound } = outcome.plan;
    const gap = objective <= 0 ? 0 : Math.max(0, bound - objective) / objective;
    return { kind: 'made', items: planned.map((entry) => entry.item), gap };
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}

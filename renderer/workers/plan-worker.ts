import './no-eval.ts';
import { planBasis } from '#assessments/planning/plan-basis.ts';
import { planOf } from '#assessments/planning/plan-of.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { AIMS, type Aim, type PlanItem, type PlanRequest, type Step } from '#assessments/schema/plan.ts';
import { sha256 } from '../platform/sha256.ts';
import { planContextOn } from '../documents/composer/plan-references.ts';
import { scoreRound } from '../documents/composer/scored.ts';
import { solverFrom } from './solver-from.ts';

export interface PlanOrder {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
  readonly request: PlanRequest;
  readonly kept: readonly PlanItem[];
  /** Day of today, YYYY-MM-DD. */
  readonly asOf: string;
  /** Where the solver lies. */
  readonly data: string;
}

/** The items of one aim with how far from the best they may be. */
export interface MadeChoice {
  readonly items: readonly PlanItem[];
  readonly gap: number;
  readonly gapIn: Step | null;
}

export type PlanNews =
  | { readonly kind: 'made'; readonly byAim: Readonly<Record<Aim, MadeChoice>>; readonly basis: string }
  | { readonly kind: 'too-little-known' }
  | {
      readonly kind: 'does-not-fit';
      readonly costWan: number;
      readonly months: number;
      readonly excludes: readonly (readonly [string, string])[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

self.onmessage = ({ data }: MessageEvent<PlanOrder>) => {
  void make(data).then((news) => self.postMessage(news));
};

async function make({ dossier, diagnosis, request, kept, asOf, data }: PlanOrder): Promise<PlanNews> {
  try {
    const context = planContextOn(asOf, await solverFrom(data));
    const outcome = planOf(scoreRound(dossier, diagnosis, asOf), request, kept, context);
    if (outcome.kind === 'too-little-known') return { kind: 'too-little-known' };
    if (outcome.kind === 'does-not-fit') return { kind: 'does-not-fit', ...outcome.over };
    const { plan } = outcome;
    const basis = await sha256(planBasis(dossier, diagnosis));
    const byAim = Object.fromEntries(
      AIMS.map((aim): [Aim, MadeChoice] => {
        const { gap, gapIn } = plan.alternatives[aim];
        return [aim, { items: plan.itemsOf(aim), gap, gapIn }];
      }),
    ) as Record<Aim, MadeChoice>;
    return { kind: 'made', byAim, basis };
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}

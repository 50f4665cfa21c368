import './no-eval.ts';
import { firmnessOf } from '#assessments/planning/firmness.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import type { Firmness, StoredPlan } from '#assessments/schema/plan.ts';
import { planContextOn } from '../documents/composer/plan-references.ts';
import { scoreRound } from '../documents/composer/scored.ts';
import { seededRandom } from './seeded-random.ts';
import { solverFrom } from './solver-from.ts';

export interface FirmnessOrder {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
  readonly plan: Pick<StoredPlan, 'request' | 'items'>;
  /** Of the plan: the same draws for the same mill. */
  readonly basis: string;
  /** Day of today, YYYY-MM-DD. */
  readonly asOf: string;
  /** Where the solver lies. */
  readonly data: string;
}

export type FirmnessNews =
  | { readonly kind: 'drawn'; readonly done: number }
  | { readonly kind: 'firm'; readonly firm: Firmness }
  | { readonly kind: 'failed'; readonly reason: string };

self.onmessage = ({ data }: MessageEvent<FirmnessOrder>) => {
  void draw(data)
    .catch((error: unknown): FirmnessNews => ({ kind: 'failed', reason: String(error) }))
    .then((news) => self.postMessage(news));
};

async function draw({ dossier, diagnosis, plan, basis, asOf, data }: FirmnessOrder): Promise<FirmnessNews> {
  const context = { ...planContextOn(asOf), solve: await solverFrom(data) };
  const drawing = firmnessOf(scoreRound(dossier, diagnosis, asOf), plan, context, seededRandom(basis));
  for (;;) {
    const step = drawing.next();
    if (step.done === true) return { kind: 'firm', firm: step.value };
    self.postMessage({ kind: 'drawn', done: step.value } satisfies FirmnessNews);
  }
}

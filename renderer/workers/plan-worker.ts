import './no-eval.ts';
import { planBasis } from '#assessments/planning/plan-basis.ts';
import { keptView, type KeptView } from '#assessments/planning/kept-view.ts';
import { planOf, type Overrun } from '#assessments/planning/plan-of.ts';
import type { Diagnosis, Dossier } from '#assessments/schema/dossier.ts';
import { IsoDate, type PackId } from '#assessments/schema/ids.ts';
import type { Aim, PlanItem, PlanRequest, Step } from '#assessments/schema/plan.ts';
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

/** What one aim comes to, as it will stand once it is taken; and how far from the best it may be. */
export interface MadeChoice extends Pick<
  KeptView,
  'cost' | 'benefit' | 'payback' | 'targets' | 'gatesClosed' | 'gatesOpen'
> {
  readonly items: readonly PlanItem[];
  readonly levels: Readonly<Partial<Record<PackId, number | null>>>;
  /** Ids of the catalogue that the aim chose. */
  readonly measures: readonly string[];
  readonly gap: number;
  readonly gapIn: Step | null;
}

export type PlanNews =
  | {
      readonly kind: 'made';
      readonly request: PlanRequest;
      readonly byAim: Readonly<Record<Aim, MadeChoice>>;
      readonly basis: string;
    }
  | { readonly kind: 'too-little-known' }
  | ({ readonly kind: 'does-not-fit' } & Overrun)
  | { readonly kind: 'failed'; readonly reason: string };

self.onmessage = ({ data }: MessageEvent<PlanOrder>) => {
  void make(data).then((news) => self.postMessage(news));
};

async function make({ dossier, diagnosis, request, kept, asOf, data }: PlanOrder): Promise<PlanNews> {
  try {
    const context = { ...planContextOn(asOf), solve: await solverFrom(data) };
    const mill = scoreRound(dossier, diagnosis, asOf);
    const outcome = planOf(mill, request, kept, context);
    if (outcome.kind === 'too-little-known') return { kind: 'too-little-known' };
    if (outcome.kind === 'does-not-fit') return { kind: 'does-not-fit', ...outcome.over };
    const { plan } = outcome;
    const dropped = kept.filter(({ state }) => state === 'dropped');
    const choiceOf = (aim: Aim): MadeChoice => {
      const items = [...plan.itemsOf(aim), ...dropped];
      const standing = keptView(mill, { request, items, madeOn: IsoDate.parse(asOf) }, context);
      if (standing.kind !== 'view') throw new Error('the mill is known well enough for the one and not for the other');
      const { cost, benefit, payback, targets, gatesClosed, gatesOpen, expected } = standing.view;
      const { gap, gapIn, measures } = plan.alternatives[aim];
      const levels = Object.fromEntries(mill.pinned.map((id) => [id, expected.scores.packs[id]?.level ?? null]));
      return { items, cost, benefit, payback, targets, gatesClosed, gatesOpen, levels, measures, gap, gapIn };
    };
    return {
      kind: 'made',
      request,
      byAim: { level: choiceOf('level'), money: choiceOf('money'), balanced: choiceOf('balanced') },
      basis: await sha256(planBasis(dossier, diagnosis)),
    };
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}

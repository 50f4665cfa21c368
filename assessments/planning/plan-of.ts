import type { PackSet } from '../packs/registry.ts';
import type { PackId } from '../schema/ids.ts';
import type { Measure } from '../schema/measure.ts';
import { needsVerification } from '../schema/marks.ts';
import type { Phase, PlanItem, PlanRequest, ResultPlan } from '../schema/plan.ts';
import type { Result } from '../schema/result.ts';
import { scoreDiagnosis, type ScoredDiagnosis } from '../scoring/score-diagnosis.ts';
import { pinnedPacks } from '../scoring/standing.ts';
import type { Catalogue } from './catalogue.ts';
import { costOf, type CostOf } from './cost-of.ts';
import { millAfter, type MillState } from './mill-after.ts';
import { offersFor, type Offer } from './offer.ts';
import { optimise } from './optimise.ts';
import { problemOf, totalBudget, type Choosing } from './problem-of.ts';
import { rank, type RankedStep } from './rank.ts';
import { schedule } from './schedule.ts';

/** A chosen measure with its phase and money. `measure` is null for one of the enterprise's own. */
export interface PlannedMeasure {
  readonly item: PlanItem;
  readonly measure: Measure | null;
  readonly cost: CostOf;
  readonly requires: readonly string[];
}

/** The plan of one mill: what is chosen, what it costs, and what the mill comes to after it, by the real scoring. */
export interface ImprovementPlan {
  readonly request: PlanRequest;
  readonly planned: readonly PlannedMeasure[];
  readonly offers: readonly Offer[];
  /** Points of the objective that the choice promises, and the most that any choice could. */
  readonly objective: number;
  readonly bound: number;
  readonly proven: boolean;
  /** The plain ranking, for "why this before that". */
  readonly ranking: readonly (Omit<RankedStep, 'item' | 'added'> & {
    readonly id: string;
    readonly added: readonly string[];
  })[];
  readonly expected: ScoredDiagnosis;
}

export interface PlanContext {
  readonly catalogue: Catalogue;
  readonly packs: PackSet;
  readonly counties: readonly string[];
}

export type PlanOutcome =
  | { readonly kind: 'plan'; readonly plan: ImprovementPlan }
  /** What must be in the plan does not fit money or people, or excludes itself. */
  | { readonly kind: 'does-not-fit' };

/**
 * Chooses and schedules measures for a scored mill. `kept` are items of an earlier plan: locked ones and those of the
 * enterprise's own stay with their phase, others only lend their notes.
 */
export function planOf(
  mill: MillState,
  result: Pick<Result, 'packs'>,
  request: PlanRequest,
  kept: readonly PlanItem[],
  context: PlanContext,
): PlanOutcome {
  const { catalogue, packs } = context;
  const stay = kept.filter((item) => item.locked === true || !catalogue.byId.has(item.id));
  const offers = offersFor(mill, catalogue, request, packs);
  const choosing: Choosing = { mill, packs, result, request, kept: stay };
  const problem = problemOf(offers, choosing);
  const choice = optimise(problem);
  if (choice === null) return { kind: 'does-not-fit' };
  const ranking = rank(problem).map(({ item, added, ...step }) => ({
    ...step,
    id: idOf(offers, item),
    added: added.map((other) => idOf(offers, other)),
  }));
  const planned = scheduled(
    choice.chosen,
    offers,
    choosing,
    kept,
    ranking.flatMap((step) => step.added),
  );
  return {
    kind: 'plan',
    plan: {
      request,
      planned,
      offers,
      objective: choice.objective,
      bound: choice.bound,
      proven: choice.proven,
      ranking,
      expected: expectedAfter(
        mill,
        planned.flatMap((entry) => entry.measure ?? []),
        context,
      ),
    },
  };
}

/** The scores of the mill with some measures done: what-if and expected result alike. */
export function expectedAfter(
  mill: MillState,
  measures: readonly Measure[],
  { packs, counties }: PlanContext,
): ScoredDiagnosis {
  const after = millAfter(mill, measures, packs);
  return scoreDiagnosis(after.dossier, after.diagnosis, packs, counties);
}

function idOf(offers: readonly Offer[], item: number): string {
  return offers[item]?.measure.id ?? '';
}

/** The chosen measures with their phases, in the order of phase and rank; the enterprise's own beside them. */
function scheduled(
  chosen: readonly number[],
  offers: readonly Offer[],
  { mill, request, kept: stay, packs: _packs }: Choosing,
  kept: readonly PlanItem[],
  ranks: readonly string[],
): PlannedMeasure[] {
  const facts = mill.dossier.facts[String(mill.diagnosis.year)] ?? {};
  const rankOf = (offer: Offer) => (ranks.includes(offer.measure.id) ? ranks.indexOf(offer.measure.id) : ranks.length);
  const eases = (offer: Offer) => (offer.measure.pains.some((pain) => request.pains?.includes(pain) === true) ? 0 : 1);
  const ordered = chosen
    .flatMap((i) => offers[i] ?? [])
    .sort((a, b) => eases(a) - eases(b) || rankOf(a) - rankOf(b) || (a.measure.id < b.measure.id ? -1 : 1));
  const place = new Map(ordered.map((offer, i) => [offer.measure.id as string, i]));
  const before = new Map(kept.map((item) => [item.id, item]));
  const entries = ordered.map((offer) => {
    const old = before.get(offer.measure.id);
    return { offer, old, cost: ownCost(old, costOf(offer.measure, facts)) };
  });
  const phases = schedule(
    entries.map(({ offer, old, cost }) => ({
      cost: cost.planned,
      effort: offer.measure.effort,
      requires: offer.requires.flatMap((id) => place.get(id) ?? []),
      earliest: offer.earliest,
      locked: old?.locked === true ? old.phase : null,
    })),
    request,
  );
  const own = stay
    .filter((item) => !place.has(item.id))
    .map((item): PlannedMeasure => ({ item, measure: null, cost: ownCost(item, NOTHING), requires: [] }));
  return [
    ...entries.map(({ offer, old, cost }, i): PlannedMeasure => ({
      item: { ...old, id: offer.measure.id, phase: phases[i] ?? 3 },
      measure: offer.measure,
      cost,
      requires: offer.requires,
    })),
    ...own,
  ].sort((a, b) => a.item.phase - b.item.phase);
}

const NOTHING: CostOf = { low: 0, planned: 0, high: 0, isSized: true };

/** The mill's own figure in place of the catalogue's range. */
function ownCost(item: PlanItem | undefined, cost: CostOf): CostOf {
  const own = item?.costWan;
  return own === undefined ? cost : { low: own, planned: own, high: own, isSized: true };
}

/** Money of a plan in 10k yuan, and how much of it rests on our own estimates. */
export function moneyOf(planned: readonly PlannedMeasure[]) {
  const sum = (of: (entry: PlannedMeasure) => number) => planned.reduce((total, entry) => total + of(entry), 0);
  const isEstimate = ({ item, measure }: PlannedMeasure) =>
    item.costWan === undefined && measure !== null && needsVerification(measure.cost.mark);
  const cost = { low: sum((e) => e.cost.low), planned: sum((e) => e.cost.planned), high: sum((e) => e.cost.high) };
  const estimated = sum((entry) => (isEstimate(entry) ? entry.cost.planned : 0));
  return { cost, estimatedShare: cost.planned === 0 ? 0 : estimated / cost.planned };
}

export function phaseCost(planned: readonly PlannedMeasure[], phase: Phase): number {
  return planned.filter((entry) => entry.item.phase === phase).reduce((sum, entry) => sum + entry.cost.planned, 0);
}

/** The plan as a result carries it. */
export function resultPlan(
  { request, planned, objective, bound, proven, expected }: ImprovementPlan,
  pins: Readonly<Partial<Record<PackId, string>>>,
): ResultPlan {
  return {
    budgetWan: totalBudget(request),
    proven,
    gap: objective <= 0 ? 0 : Math.max(0, bound - objective) / objective,
    measures: planned.map(({ item, measure, cost, requires }) => ({
      id: item.id,
      phase: item.phase,
      costWan: { low: cost.low, planned: cost.planned, high: cost.high },
      lifts: [...new Set((measure?.lifts ?? []).map((lift) => lift.question as string))].sort(),
      requires: [...requires],
    })),
    expected: Object.fromEntries(
      pinnedPacks(pins)
        .sort()
        .flatMap((id) => {
          const pack = expected.packs[id];
          return pack === undefined ? [] : [[id, { score: pack.score?.low ?? null, level: pack.level }]];
        }),
    ),
  };
}

import { reaches } from '../indicators/comparison.ts';
import type { Measure } from '../schema/measure.ts';
import type { PlanItem, PlanRequest, StoredPlan } from '../schema/plan.ts';
import { scoreMill, type ScoredMill } from '../scoring/scored-mill.ts';
import type { Catalogue } from './catalogue.ts';
import { millAfter } from './mill-after.ts';
import { offersFor, type Offer } from './offer.ts';
import { objectiveOf, optimise } from './optimise.ts';
import { asPlanned, plannedMeasures, type PlannedMeasure, type RankedMeasure } from './planned-measures.ts';
import { ROUNDING } from './plan-problem.ts';
import { limitsOf, problemOf, type Choosing } from './problem-of.ts';
import { rank, type RankedStep } from './rank.ts';
import { targetStep, type Recognitions, type RecognitionStep } from './recognition-target.ts';

/** The plan of one mill: what is chosen, what it costs, and what the mill comes to after it, by the real scoring. */
export interface ImprovementPlan {
  readonly request: PlanRequest;
  /** The step of a recognition that it aims at; null for none. */
  readonly target: RecognitionStep | null;
  /** The day YYYY-MM-DD from which its months count: that of its making, else of the scoring. */
  readonly startOn: string;
  readonly planned: readonly PlannedMeasure[];
  readonly offers: readonly Offer[];
  /** Points of the objective that the choice promises, and the most that any choice could. */
  readonly objective: number;
  readonly bound: number;
  readonly proven: boolean;
  /** The plain ranking, for "why this before that". */
  readonly ranking: readonly RankedMeasure[];
  readonly expected: ScoredMill;
}

export interface PlanContext {
  readonly catalogue: Catalogue;
  /** Absent where no plan aims at a title. */
  readonly recognitions?: Recognitions | undefined;
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
  mill: ScoredMill,
  request: PlanRequest,
  kept: readonly PlanItem[],
  context: PlanContext,
): PlanOutcome {
  const { catalogue } = context;
  const settled = withStates(request, kept);
  const stay = kept.filter((item) => isOpenItem(item) && (item.locked === true || !catalogue.byId.has(item.id)));
  const offers = offersFor(mill, catalogue, settled);
  const offered = new Set<string>(offers.map((offer) => offer.measure.id));
  const others = asPlanned(
    stay.filter((item) => !offered.has(item.id)),
    mill,
    offers,
    catalogue,
  );
  const target = targetStep(request, mill, context.recognitions);
  const choosing: Choosing = { mill, request: settled, kept, stay, taken: takenBy(others), target };
  const problem = problemOf(offers, choosing);
  const choice = optimise(problem);
  if (choice === null) return { kind: 'does-not-fit' };
  const ranking = rankedMeasures(rank(problem), offers);
  const planned = plannedMeasures(choice.chosen, offers, choosing, others, ranking);
  return {
    kind: 'plan',
    plan: {
      request,
      target,
      startOn: mill.context.asOf,
      planned,
      offers,
      objective: choice.objective,
      bound: choice.bound,
      proven: choice.proven,
      ranking,
      expected: expectedAfter(
        mill,
        planned.flatMap((entry) => entry.measure ?? []),
      ),
    },
  };
}

/** The plan as the enterprise keeps it, every item with its phase and money as it stands; the optimum is its yardstick. */
export function planAsKept(
  mill: ScoredMill,
  { request, items, madeOn }: StoredPlan,
  context: PlanContext,
): ImprovementPlan {
  const { catalogue } = context;
  const kept = items.filter((item) => item.state !== 'dropped');
  const offers = offersFor(mill, catalogue, request);
  const planned = asPlanned(kept, mill, offers, catalogue);
  const places = new Map(offers.map(({ measure }, i) => [measure.id as string, i]));
  const others = planned.filter(({ item }) => !places.has(item.id));
  const target = targetStep(request, mill, context.recognitions);
  const problem = problemOf(offers, { mill, request, kept, stay: [], taken: takenBy(others), target });
  const objective = objectiveOf(
    problem,
    kept.flatMap((item) => places.get(item.id) ?? []),
  );
  const bound = Math.max(objective, optimise(problem)?.bound ?? objective);
  return {
    request,
    target,
    startOn: madeOn,
    planned,
    offers,
    objective,
    bound,
    proven: bound <= objective + ROUNDING && fits(planned, request),
    ranking: rankedMeasures(rank(problem), offers),
    expected: expectedAfter(
      mill,
      planned.flatMap((entry) => entry.measure ?? []),
    ),
  };
}

/** Whether a plan keeps the money and the people that it was asked to keep to. */
function fits(planned: readonly PlannedMeasure[], request: PlanRequest): boolean {
  const { money, months } = takenBy(planned);
  const limits = limitsOf(request);
  return reaches(limits.money, money) && reaches(limits.months, months);
}

function takenBy(others: readonly PlannedMeasure[]): Choosing['taken'] {
  return {
    money: others.reduce((sum, { cost }) => sum + cost.planned, 0),
    months: others.reduce((sum, { measure }) => sum + (measure?.effort ?? 0), 0),
  };
}

function rankedMeasures(steps: readonly RankedStep[], offers: readonly Offer[]): RankedMeasure[] {
  return steps.map(({ item, added, ...step }) => ({
    ...step,
    id: idOf(offers, item),
    added: added.map((other) => idOf(offers, other)),
  }));
}

/** Done measures are in place, dropped ones ruled out. */
function withStates(request: PlanRequest, kept: readonly PlanItem[]): PlanRequest {
  const ids = (state: PlanItem['state']) => kept.filter((item) => item.state === state).map((item) => item.id);
  return {
    ...request,
    inPlace: [...(request.inPlace ?? []), ...ids('done')],
    mustNot: [...(request.mustNot ?? []), ...ids('dropped')],
  };
}

function isOpenItem({ state }: PlanItem): boolean {
  return state !== 'done' && state !== 'dropped';
}

/** The mill with some measures done, by the real scoring: what-if and expected result alike. */
export function expectedAfter(mill: ScoredMill, measures: readonly Measure[]): ScoredMill {
  const after = millAfter(mill, measures);
  return scoreMill(after.dossier, after.diagnosis, mill.context);
}

function idOf(offers: readonly Offer[], item: number): string {
  return offers[item]?.measure.id ?? '';
}

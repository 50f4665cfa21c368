import { exceeds } from '../indicators/comparison.ts';
import type { PackId } from '../schema/ids.ts';
import type { Range } from '../schema/measure.ts';
import { STEPS, type Aim, type PlanItem, type PlanRequest, type Step, type StoredPlan } from '../schema/plan.ts';
import { highestLevel } from '../scoring/levels.ts';
import { scoreMill, type ScoredMill } from '../scoring/scored-mill.ts';
import { paybackOf, sumOfBenefits, type Benefit, type Payback } from './benefit.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import type { Catalogue } from './catalogue.ts';
import { chooseForAims, type AimedChoice, type ChoiceValue, type Evaluate } from './choose.ts';
import { atOnce, choosingOf, freePeople, stays, totalBudget, type Choosing, type Limits } from './choosing.ts';
import { costOf } from './cost-of.ts';
import type { Solver } from './linear-model.ts';
import { millAfter } from './mill-after.ts';
import { offersFor, type Offer } from './offer.ts';
import { effortOf, ownCost, plannedMeasures, type PlannedMeasure } from './planned-measures.ts';
import { plannedMill, type PlannedMill } from './planned-mill.ts';
import { targetStep, type Recognitions, type RecognitionStep } from './recognition-target.ts';
import { planTopics } from './topics.ts';
import { unknownsOf, type Unknown } from './unknowns.ts';

/** A level that a plan aims at. */
export interface TargetReading {
  readonly pack: PackId;
  readonly level: number;
  readonly reached: boolean;
  /** Not reached, but it would be if what is unknown goes well. */
  readonly onlyUnknown: boolean;
}

/** What one aim comes to, for standing beside the others. */
export interface Alternative {
  readonly cost: Range;
  readonly benefit: Benefit | null;
  readonly payback: Payback | null;
  readonly proven: boolean;
  readonly gap: number;
  readonly gapIn: Step | null;
  readonly gatesClosed: readonly string[];
  readonly targetsReached: readonly PackId[];
  /** Ids of offers, sorted. */
  readonly measures: readonly string[];
  readonly levels: Readonly<Partial<Record<PackId, number | null>>>;
}

/** The plan of one mill: what is chosen, what it costs and brings, and what the mill comes to after it, by the real scoring. */
export interface ImprovementPlan {
  readonly request: PlanRequest;
  readonly aim: Aim;
  /** The step of a recognition that it aims at; null for none. */
  readonly target: RecognitionStep | null;
  /** The day YYYY-MM-DD from which its months count. */
  readonly startOn: string;
  readonly budgetWan: number | null;
  readonly people: number;
  readonly parallel: number;
  readonly planned: readonly PlannedMeasure[];
  readonly offers: readonly Offer[];
  readonly cost: Range;
  readonly benefit: Benefit | null;
  readonly payback: Payback | null;
  /** Share 0..1 of the planned cost that rests on our own estimates. */
  readonly estimatedShare: number;
  readonly targets: readonly TargetReading[];
  readonly gatesClosed: readonly string[];
  readonly gatesOpen: readonly string[];
  readonly verify: readonly Unknown[];
  readonly proven: boolean;
  readonly gap: number;
  readonly gapIn: Step | null;
  readonly alternatives: Readonly<Record<Aim, Alternative>>;
  readonly mill: PlannedMill;
  readonly expected: ScoredMill;
  /** Points by pack of a measure's own effect: with it and all it requires, less with all it requires alone. */
  readonly ownEffect: (id: string) => Readonly<Partial<Record<PackId, number>>>;
  /** The items of the plan that another aim would be. */
  readonly itemsOf: (aim: Aim) => readonly PlanItem[];
}

export interface PlanContext {
  readonly catalogue: Catalogue;
  readonly solve: Solver;
  /** Absent where no plan aims at a title. */
  readonly recognitions?: Recognitions | undefined;
}

export type PlanOutcome =
  | { readonly kind: 'plan'; readonly plan: ImprovementPlan }
  /** No topic is known well enough: what to fill in, and measures that may be talked about. */
  | {
      readonly kind: 'too-little-known';
      readonly missing: readonly Unknown[];
      readonly candidates: readonly Candidate[];
    }
  /** What must be in the plan does not fit money or people, or excludes itself; by how much. */
  | { readonly kind: 'does-not-fit'; readonly over: Overrun };

export interface Overrun {
  readonly costWan: number;
  readonly months: number;
  readonly excludes: readonly (readonly [string, string])[];
}

/** Chooses and schedules measures for a scored mill. `kept` are items of an earlier plan: what is locked, started or the mill's own stays. */
export function planOf(
  mill: ScoredMill,
  request: PlanRequest,
  kept: readonly PlanItem[],
  context: PlanContext,
): PlanOutcome {
  const start = began(mill, request, kept, context);
  if (start.kind !== 'begun') return start;
  const { choosing, byAim } = start;
  const aim = request.aim ?? 'balanced';
  const items = itemsFor(byAim[aim], choosing, kept);
  return { kind: 'plan', plan: planFrom({ ...start, kept, items, startOn: mill.context.asOf, aim }) };
}

/** The plan as the enterprise keeps it; the best of its aim is its yardstick. */
export function planAsKept(mill: ScoredMill, stored: StoredPlan, context: PlanContext): PlanOutcome {
  const { request, items, madeOn } = stored;
  const start = began(mill, request, [], context, items);
  if (start.kind === 'too-little-known') return start;
  if (start.kind === 'does-not-fit') return start;
  const aim = request.aim ?? 'balanced';
  const standing = items.filter(({ state }) => state !== 'dropped');
  return { kind: 'plan', plan: planFrom({ ...start, kept: standing, items: standing, startOn: madeOn, aim }) };
}

interface Begun {
  readonly kind: 'begun';
  readonly choosing: Choosing;
  readonly byAim: Readonly<Record<Aim, AimedChoice>>;
  readonly evaluate: Evaluate;
}

function began(
  mill: ScoredMill,
  request: PlanRequest,
  kept: readonly PlanItem[],
  { catalogue, recognitions, solve }: PlanContext,
  quoted: readonly PlanItem[] = kept,
): Begun | Exclude<PlanOutcome, { kind: 'plan' }> {
  const planned = plannedMill(mill, catalogue);
  const step = targetStep(request, mill, recognitions);
  const offers = offersFor(planned, request, quoted);
  if (planTopics(mill, request, step).every(({ target }) => target === null))
    return {
      kind: 'too-little-known',
      missing: unknownsOf(mill, mill.pinned),
      candidates: candidatesFor(planned, offers),
    };
  const staying = kept.filter(stays);
  const outside = staying.filter((item) => !offers.some(({ measure }) => measure.id === item.id));
  const choosing = choosingOf(planned, offers, request, kept, step, takenBy(outside, planned));
  const found = chooseForAims(choosing, solve);
  return found === null ? { kind: 'does-not-fit', over: overrunOf(choosing) } : { kind: 'begun', choosing, ...found };
}

/** The items of a choice, with what is kept of them, and what stays though it is not on offer. */
function itemsFor({ chosen }: AimedChoice, choosing: Choosing, kept: readonly PlanItem[]): PlanItem[] {
  return [
    ...chosen.flatMap((i) => {
      const id = choosing.offers[i]?.measure.id;
      return id === undefined ? [] : [kept.find((item) => item.id === id) ?? { id }];
    }),
    ...kept.filter((item) => (stays(item) || item.state === 'done') && !isOffered(item, choosing)),
  ];
}

function isOffered({ id }: PlanItem, { offers }: Choosing): boolean {
  return offers.some(({ measure }) => measure.id === id);
}

/** What items take that are in the plan though they are not on offer. */
function takenBy(items: readonly PlanItem[], { catalogue, mill, size }: PlannedMill): Limits {
  return items.reduce(
    (taken, item) => {
      const measure = catalogue.byId.get(item.id) ?? null;
      const cost = measure === null ? ownCost(item) : costOf(measure, item.quotes ?? [], null, mill.facts.now, size);
      return { money: taken.money + cost.planned, months: taken.months + effortOf(item, measure) };
    },
    { money: 0, months: 0 },
  );
}

/** By how much what must be in the plan breaks its limits. */
function overrunOf({ offers, forced, limits }: Choosing): Overrun {
  const members = new Set<Offer>();
  const take = (id: string): void => {
    const offer = offers.find(({ measure }) => measure.id === id);
    if (offer === undefined || members.has(offer)) return;
    members.add(offer);
    offer.requires.forEach(take);
  };
  forced.forEach(take);
  const all = [...members];
  const sum = (of: (offer: Offer) => number) => all.reduce((total, offer) => total + of(offer), 0);
  const over = (value: number, limit: number) => (exceeds(value, limit) ? value - limit : 0);
  const excludes = all.flatMap(({ measure }) =>
    measure.excludes
      .filter((other) => measure.id < other && all.some((one) => one.measure.id === other))
      .map((other) => [measure.id, other] as const),
  );
  return {
    costWan: over(
      sum(({ cost }) => cost.planned),
      limits.money,
    ),
    months: over(
      sum(({ measure }) => measure.effort),
      limits.months,
    ),
    excludes,
  };
}

function planFrom({
  choosing,
  byAim,
  evaluate,
  kept,
  items,
  startOn,
  aim,
}: Begun & {
  readonly kept: readonly PlanItem[];
  readonly items: readonly PlanItem[];
  readonly startOn: string;
  readonly aim: Aim;
}): ImprovementPlan {
  const { planned: mill, offers, request, step, topics } = choosing;
  const places = new Map(offers.map(({ measure }, i) => [measure.id as string, i]));
  const chosen = items
    .flatMap((item) => (item.state === 'done' ? [] : (places.get(item.id) ?? [])))
    .sort((a, b) => a - b);
  const value = evaluate(chosen);
  const { planned } = plannedMeasures(items, choosing, startOn);
  const cost = sumOfRanges(planned.map((entry) => entry.cost));
  const benefit = sumOfBenefits(planned.map((entry) => entry.benefit));
  const estimated = planned.reduce(
    (sum, entry) => sum + (entry.cost.origin === 'estimate' ? entry.cost.planned : 0),
    0,
  );
  const best = byAim[aim];
  const isBest = best.chosen.join(' ') === chosen.join(' ');
  const behind = isBest ? { gap: best.gap, gapIn: best.gapIn } : distance(value, best.value);
  return {
    request,
    aim,
    target: step,
    startOn,
    budgetWan: totalBudget(request),
    people: freePeople(request, mill),
    parallel: atOnce(freePeople(request, mill)),
    planned,
    offers,
    cost,
    benefit,
    payback: paybackOf(cost, benefit),
    estimatedShare: cost.planned === 0 ? 0 : estimated / cost.planned,
    targets: topics.flatMap(({ pack, target }) => {
      if (target === null) return [];
      const after = value.expected.scores.packs[pack.id];
      const reached = (after?.level ?? -1) >= target;
      const ifWell = (after?.levelIfUnknownsGoWell ?? -1) >= target;
      return [
        { pack: pack.id, level: Math.min(target, highestLevel(pack.levels)), reached, onlyUnknown: !reached && ifWell },
      ];
    }),
    gatesClosed: value.gatesClosed,
    gatesOpen: choosing.gates.filter((gate) => !value.gatesClosed.includes(gate)),
    verify: unknownsOf(
      mill.mill,
      topics.map(({ pack }) => pack.id),
    ),
    proven: isBest && best.proven,
    ...behind,
    alternatives: {
      level: alternative(byAim.level),
      money: alternative(byAim.money),
      balanced: alternative(byAim.balanced),
    },
    mill,
    expected: value.expected,
    ownEffect,
    itemsOf: (other) => itemsFor(byAim[other], choosing, kept),
  };

  function alternative({ chosen: places_, value: of, proven, gap, gapIn }: AimedChoice): Alternative {
    const members = places_.flatMap((i) => offers[i] ?? []);
    const money = sumOfRanges(members.map((offer) => offer.cost));
    const yearly = mill.benefits(members).whole;
    return {
      cost: money,
      benefit: yearly,
      payback: paybackOf(money, yearly),
      proven,
      gap,
      gapIn,
      gatesClosed: of.gatesClosed,
      targetsReached: of.targetsReached,
      measures: members.map(({ measure }) => measure.id as string),
      levels: Object.fromEntries(topics.map(({ pack }) => [pack.id, of.expected.scores.packs[pack.id]?.level ?? null])),
    };
  }

  function ownEffect(id: string): Partial<Record<PackId, number>> {
    const needed = new Set<number>();
    const take = (one: string): void => {
      const place = places.get(one);
      if (place === undefined || needed.has(place)) return;
      needed.add(place);
      offers[place]?.requires.forEach(take);
    };
    take(id);
    const own = places.get(id);
    if (own === undefined) return {};
    const all = [...needed].sort((a, b) => a - b);
    const withIt = evaluate(all).expected;
    const without = evaluate(all.filter((place) => place !== own)).expected;
    return Object.fromEntries(
      topics.flatMap(({ pack }) => {
        const score = (of: ScoredMill) => of.scores.packs[pack.id]?.score?.low ?? 0;
        const gain = score(withIt) - score(without);
        return Math.abs(gain) <= 1e-9 ? [] : [[pack.id, gain]];
      }),
    );
  }
}

/** How far a choice of the mill's own is behind the best, in the first step in which they differ. */
function distance(value: ChoiceValue, best: ChoiceValue): { readonly gap: number; readonly gapIn: Step | null } {
  for (const step of STEPS) {
    if (step === 'balance') continue;
    const behind = best[step] - value[step];
    if (behind > 1e-9) return { gap: behind / Math.max(1, Math.abs(value[step])), gapIn: step };
    if (behind < -1e-9) break;
  }
  return { gap: 0, gapIn: null };
}

function sumOfRanges(all: readonly Range[]): Range {
  return all.reduce(
    (sum, { low, planned, high }) => ({ low: sum.low + low, planned: sum.planned + planned, high: sum.high + high }),
    { low: 0, planned: 0, high: 0 },
  );
}

/** The mill with some offers done, by the real scoring: what-if and expected result alike. */
export function expectedAfter(planned: PlannedMill, offers: readonly Offer[]): ScoredMill {
  const after = millAfter(planned, offers);
  return scoreMill(after.dossier, after.diagnosis, planned.mill.context);
}

import type { PackId } from '../schema/ids.ts';
import type { Range } from '../schema/measure.ts';
import type { Aim, PlanItem, PlanRequest, StoredPlan } from '../schema/plan.ts';
import { highestLevel } from '../scoring/levels.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { paybackOf, sumOfBenefits, type Benefit, type Payback } from './benefit.ts';
import { candidatesFor, type Candidate } from './candidates.ts';
import type { Catalogue } from './catalogue.ts';
import { evaluator, type ChoiceValue, type Evaluate } from './choose.ts';
import { atOnce, choosingOf, freePeople, stays, totalBudget, type Choosing, type Limits } from './choosing.ts';
import { costOf } from './cost-of.ts';
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

/** What items come to at a mill: money, time, and the mill after them by the real scoring. No solver is asked. */
export interface KeptView {
  readonly request: PlanRequest;
  readonly aim: Aim;
  /** The step of a recognition that it aims at; null for none. */
  readonly target: RecognitionStep | null;
  /** The day YYYY-MM-DD from which its months count. */
  readonly startOn: string;
  /** 10k yuan with what was granted; null where money does not bind. */
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
  readonly mill: PlannedMill;
  readonly expected: ScoredMill;
  /** Points by pack of a measure's own effect: with it and all it requires, less with all it requires alone. */
  readonly ownEffect: (id: string) => Readonly<Partial<Record<PackId, number>>>;
  /** What the whole comes to with an offer added, and all that it requires. */
  readonly whatIf: (id: string) => WhatIf;
}

/** A plan with one more measure, to stand against the plan without it. */
export interface WhatIf {
  /** What is added: the measure and all that it requires and the plan lacks. */
  readonly added: readonly Offer[];
  readonly cost: Range;
  readonly benefit: Benefit | null;
  readonly payback: Payback | null;
  readonly gatesClosed: readonly string[];
  readonly expected: ScoredMill;
  /** Measures of the plan that cannot stand beside what is added. */
  readonly excludes: readonly string[];
}

export interface KeptContext {
  readonly catalogue: Catalogue;
  /** Absent where no plan aims at a title. */
  readonly recognitions?: Recognitions | undefined;
}

/** No topic is known well enough: what to fill in, and measures that may be talked about. */
export interface TooLittleKnown {
  readonly kind: 'too-little-known';
  readonly missing: readonly Unknown[];
  readonly candidates: readonly Candidate[];
}

/** The items that the enterprise keeps, as they stand today. */
export function keptView(
  mill: ScoredMill,
  { request, items, madeOn }: Pick<StoredPlan, 'request' | 'items' | 'madeOn'>,
  context: KeptContext,
): { readonly kind: 'view'; readonly view: KeptView } | TooLittleKnown {
  const grounds = groundsOf(mill, request, [], context, items);
  if (grounds.kind !== 'grounds') return grounds;
  const { choosing } = grounds;
  const standing = items.filter(({ state }) => state !== 'dropped');
  return { kind: 'view', view: viewOf(standing, choosing, madeOn, evaluator(choosing)).view };
}

/** What a choice is made from. `kept` stays in it; `quoted` are the items whose quotes, states and bans count. */
export function groundsOf(
  mill: ScoredMill,
  request: PlanRequest,
  kept: readonly PlanItem[],
  { catalogue, recognitions }: KeptContext,
  quoted: readonly PlanItem[] = kept,
): { readonly kind: 'grounds'; readonly choosing: Choosing } | TooLittleKnown {
  const planned = plannedMill(mill, catalogue);
  const step = targetStep(request, mill, recognitions);
  const offers = offersFor(planned, request, quoted);
  if (planTopics(mill, request, step).every(({ target }) => target === null))
    return {
      kind: 'too-little-known',
      missing: unknownsOf(mill, mill.pinned),
      candidates: candidatesFor(planned, offers),
    };
  const outside = kept.filter((item) => stays(item) && !offers.some(({ measure }) => measure.id === item.id));
  return {
    kind: 'grounds',
    choosing: choosingOf(planned, offers, request, kept, step, takenBy(outside, planned)),
  };
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

/** The view of items, with the places of offers that they take and what these come to. */
export function viewOf(
  items: readonly PlanItem[],
  choosing: Choosing,
  startOn: string,
  evaluate: Evaluate,
): { readonly view: KeptView; readonly chosen: readonly number[]; readonly value: ChoiceValue } {
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
  const people = freePeople(request, mill);
  /** Computed once a measure: cards, map, workbook and result ask for it alike. */
  const effects = new Map<string, Partial<Record<PackId, number>>>();
  const view: KeptView = {
    request,
    aim: request.aim ?? 'balanced',
    target: step,
    startOn,
    budgetWan: totalBudget(request),
    people,
    parallel: atOnce(people),
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
    mill,
    expected: value.expected,
    ownEffect,
    whatIf,
  };
  return { view, chosen, value };

  function ownEffect(id: string): Partial<Record<PackId, number>> {
    const effect = effects.get(id) ?? computedEffect(id);
    effects.set(id, effect);
    return effect;
  }

  function computedEffect(id: string): Partial<Record<PackId, number>> {
    const own = places.get(id);
    if (own === undefined) return {};
    const all = withNeeds(id);
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

  function whatIf(id: string): WhatIf {
    const more = withNeeds(id).filter((place) => !chosen.includes(place));
    const added = more.flatMap((place) => offers[place] ?? []);
    const together = [...chosen, ...more].sort((a, b) => a - b);
    const beside = planned.filter(({ offer }) => offer === null).map((entry) => entry.benefit);
    const whole = sumOfBenefits([mill.benefits(together.flatMap((place) => offers[place] ?? [])).whole, ...beside]);
    const sum = sumOfRanges([cost, ...added.map((offer) => offer.cost)]);
    const { expected, gatesClosed } = evaluate(together);
    const bars = (one: PlannedMeasure['measure'], other: Offer['measure']) =>
      one !== null && (one.excludes.includes(other.id) || other.excludes.includes(one.id));
    return {
      added,
      cost: sum,
      benefit: whole,
      payback: paybackOf(sum, whole),
      gatesClosed,
      expected,
      excludes: planned
        .filter(({ measure, offer }) => offer !== null && added.some((one) => bars(measure, one.measure)))
        .map(({ item }) => item.id),
    };
  }

  /** Places of an offer and of all that it requires, rising. */
  function withNeeds(id: string): number[] {
    const needed = new Set<number>();
    const take = (one: string): void => {
      const place = places.get(one);
      if (place === undefined || needed.has(place)) return;
      needed.add(place);
      offers[place]?.requires.forEach(take);
    };
    take(id);
    return [...needed].sort((a, b) => a - b);
  }
}

export function sumOfRanges(all: readonly Range[]): Range {
  return all.reduce(
    (sum, { low, planned, high }) => ({ low: sum.low + low, planned: sum.planned + planned, high: sum.high + high }),
    { low: 0, planned: 0, high: 0 },
  );
}

import { exceeds } from '../indicators/comparison.ts';
import type { PackId } from '../schema/ids.ts';
import type { Range } from '../schema/measure.ts';
import {
  STEPS,
  type Aim,
  type KeptChoice,
  type PlanItem,
  type PlanRequest,
  type Step,
  type StoredPlan,
} from '../schema/plan.ts';
import { scoreMill, type ScoredMill } from '../scoring/scored-mill.ts';
import { paybackOf, type Benefit, type Payback } from './benefit.ts';
import { chooseForAims, evaluator, type AimedChoice, type ChoiceValue, type Evaluate } from './choose.ts';
import { stays, type Choosing } from './choosing.ts';
import { groundsOf, sumOfRanges, viewOf, type KeptContext, type KeptView, type TooLittleKnown } from './kept-view.ts';
import type { Solver } from './linear-program.ts';
import { millAfter } from './mill-after.ts';
import type { Offer } from './offer.ts';
import type { PlannedMill } from './planned-mill.ts';

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

/** The plan of one mill: what is chosen and what it comes to, how good that is, and what the other aims would be. */
export interface ImprovementPlan extends KeptView {
  readonly proven: boolean;
  readonly gap: number;
  readonly gapIn: Step | null;
  readonly alternatives: Readonly<Record<Aim, Alternative>>;
  /** The items of the plan that another aim would be. */
  readonly itemsOf: (aim: Aim) => readonly PlanItem[];
}

export interface PlanContext extends KeptContext {
  readonly solve: Solver;
}

export type PlanOutcome =
  | { readonly kind: 'plan'; readonly plan: ImprovementPlan }
  | TooLittleKnown
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

/** The plan as the enterprise keeps it; the best of its aim, searched for, is its yardstick. */
export function planAsKept(mill: ScoredMill, stored: StoredPlan, context: PlanContext): PlanOutcome {
  const start = began(mill, stored.request, [], context, stored.items);
  return start.kind === 'begun' ? { kind: 'plan', plan: standing(start, stored) } : start;
}

/**
 * The same for a mill that is what it was when the plan was made: what the aims chose is taken from the plan. Null where
 * that is not kept, or names measures that are not on offer any more.
 */
export function planAsChosen(mill: ScoredMill, stored: StoredPlan, context: KeptContext): ImprovementPlan | null {
  const kept = keptChoices(mill, stored, context);
  return kept === null ? null : standing(kept, stored);
}

function standing(start: Begun, { request, items, madeOn }: StoredPlan): ImprovementPlan {
  const aim = request.aim ?? 'balanced';
  const open = items.filter(({ state }) => state !== 'dropped');
  return planFrom({ ...start, kept: open, items: open, startOn: madeOn, aim });
}

function keptChoices(mill: ScoredMill, { request, items, choices }: StoredPlan, context: KeptContext): Begun | null {
  if (choices === undefined) return null;
  const grounds = groundsOf(mill, request, [], context, items);
  if (grounds.kind !== 'grounds') return null;
  const { choosing } = grounds;
  const evaluate = evaluator(choosing);
  const places = new Map(choosing.offers.map(({ measure }, i) => [measure.id as string, i]));
  const aimed = ({ measures, gap, gapIn }: KeptChoice): AimedChoice | null => {
    const chosen = measures.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
    const step = STEPS.find((one) => one === gapIn) ?? null;
    return chosen.length < measures.length
      ? null
      : { chosen, value: evaluate(chosen), proven: step === null, gap, gapIn: step };
  };
  const [level, money, balanced] = [aimed(choices.level), aimed(choices.money), aimed(choices.balanced)];
  if (level === null || money === null || balanced === null) return null;
  return { kind: 'begun', choosing, evaluate, byAim: { level, money, balanced } };
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
  context: PlanContext,
  quoted: readonly PlanItem[] = kept,
): Begun | Exclude<PlanOutcome, { kind: 'plan' }> {
  const grounds = groundsOf(mill, request, kept, context, quoted);
  if (grounds.kind !== 'grounds') return grounds;
  const { choosing } = grounds;
  const found = chooseForAims(choosing, context.solve);
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
  const { planned: mill, offers, topics } = choosing;
  const { view, chosen, value } = viewOf(items, choosing, startOn, evaluate);
  const best = byAim[aim];
  const isBest = best.chosen.join(' ') === chosen.join(' ');
  const behind = isBest ? { gap: best.gap, gapIn: best.gapIn } : distance(value, best.value);
  return {
    ...view,
    aim,
    proven: isBest && best.proven,
    ...behind,
    alternatives: {
      level: alternative(byAim.level),
      money: alternative(byAim.money),
      balanced: alternative(byAim.balanced),
    },
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

/** The mill with some offers done, by the real scoring: what-if and expected result alike. */
export function expectedAfter(planned: PlannedMill, offers: readonly Offer[]): ScoredMill {
  const after = millAfter(planned, offers);
  return scoreMill(after.dossier, after.diagnosis, planned.mill.context);
}

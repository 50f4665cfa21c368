import type { Condition } from '../schema/policy.ts';
import type { Pain } from '../schema/measure.ts';
import { LAST_MONTH, type PlanItem, type PlanRequest } from '../schema/plan.ts';
import type { Offer } from './offer.ts';
import type { PlannedMill } from './planned-mill.ts';
import { FREE_PEOPLE } from './mill-size.ts';
import type { RecognitionStep } from './recognition-target.ts';
import { gatesToClose, planTopics, type PlanTopic } from './topics.ts';

/** What a choice may take: 10k yuan and person-months; Infinity where money is not bound. */
export interface Limits {
  readonly money: number;
  readonly months: number;
}

/** All that a choice is made from and compared by. */
export interface Choosing {
  readonly planned: PlannedMill;
  readonly offers: readonly Offer[];
  readonly request: PlanRequest;
  /** Left for what is on offer, after what is in the plan anyway. */
  readonly limits: Limits;
  /** Offers that are in the plan whatever they are worth. */
  readonly forced: ReadonlySet<string>;
  readonly step: RecognitionStep | null;
  readonly topics: readonly PlanTopic[];
  /** Failed gates that are to be closed. */
  readonly gates: readonly string[];
  /** Conditions of the recognition that can be looked up. */
  readonly conditions: readonly Condition[];
  readonly pains: readonly Pain[];
}

/** Money for the whole plan: its own bound with what was granted, or what the last phase allows, the smaller; null where neither binds. */
export function totalBudget({ budgetWan, phaseBudgetsWan, granted = [] }: PlanRequest): number | null {
  const support = granted.reduce((sum, { amountWan }) => sum + amountWan, 0);
  const bounds = [budgetWan, phaseBudgetsWan?.[2]].filter((bound) => bound !== undefined && bound !== null);
  return bounds.length === 0 ? null : Math.min(...bounds) + support;
}

/** Own people free for projects: what the mill says, else by its size. */
export function freePeople({ people }: PlanRequest, { size }: Pick<PlannedMill, 'size'>): number {
  return people ?? FREE_PEOPLE[size];
}

/** Most measures at once, which binds the schedule alone. */
export function atOnce(people: number): number {
  return Math.floor(3 + people * 3);
}

export function limitsOf(request: PlanRequest, planned: Pick<PlannedMill, 'size'>): Limits {
  return { money: totalBudget(request) ?? Infinity, months: freePeople(request, planned) * LAST_MONTH };
}

/** An item that a new plan keeps: locked, started, or the enterprise's own. */
export function stays({ locked, state, own }: PlanItem): boolean {
  return state !== 'done' && state !== 'dropped' && (locked === true || state === 'started' || own !== undefined);
}

/** What a choice is made from; `taken` is what is in the plan though it is not on offer. */
export function choosingOf(
  planned: PlannedMill,
  offers: readonly Offer[],
  request: PlanRequest,
  kept: readonly PlanItem[],
  step: RecognitionStep | null,
  taken: Limits,
): Choosing {
  const { mill } = planned;
  const limits = limitsOf(request, planned);
  const topics = planTopics(mill, request, step);
  const forced = new Set([...(request.must ?? []), ...kept.filter(stays).map(({ id }) => id)]);
  return {
    planned,
    offers,
    request,
    limits: { money: limits.money - taken.money, months: limits.months - taken.months },
    forced,
    step,
    topics,
    gates: gatesToClose(mill, topics, step),
    conditions: (step?.conditions ?? []).filter(({ check }) => check !== null),
    pains: [...new Set(request.pains ?? [])],
  };
}

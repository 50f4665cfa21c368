import type { Range } from '../schema/measure.ts';
import type { Measure } from '../schema/measure.ts';
import type { Phase, PlanItem, PlanRequest } from '../schema/plan.ts';
import { benefitOfLines, paybackOf, type Benefit, type Benefits, type Payback, type SavingLine } from './benefit.ts';
import { BENEFIT_YEARS } from './choice-model.ts';
import { atOnce, freePeople, type Choosing } from './choosing.ts';
import type { CostOf } from './cost-of.ts';
import { meets } from './gate-closing.ts';
import type { Offer } from './offer.ts';
import { isLate, monthsBetween, phaseOf, phaseStart, schedule, type Span } from './schedule.ts';

/** A measure of the plan with its money and its time. */
export interface PlannedMeasure {
  readonly item: PlanItem;
  /** Null for one of the enterprise's own, or one that the catalogue does not know. */
  readonly measure: Measure | null;
  /** Null where it is not on offer, such as one that is done. */
  readonly offer: Offer | null;
  readonly cost: CostOf;
  /** 10k yuan a year, as its part of what all bring together; null where nothing of it has a price. */
  readonly benefit: Benefit | null;
  /** The arithmetic of the benefit. */
  readonly lines: readonly SavingLine[];
  readonly payback: Payback | null;
  readonly requires: readonly string[];
  readonly span: Span;
  /** That of its end. */
  readonly phase: Phase;
  /** It ends after month 36. */
  readonly isLate: boolean;
  /** Failed gates that it closes. */
  readonly closes: readonly string[];
}

/**
 * The measures of a plan in their order: what closes a gate, what serves the recognition, then by money, each after what it
 * requires; and when each runs.
 */
export function plannedMeasures(
  items: readonly PlanItem[],
  choosing: Choosing,
  startOn: string,
): { readonly planned: readonly PlannedMeasure[]; readonly benefits: Benefits<Offer> } {
  const { planned: mill, offers, request } = choosing;
  const byId = new Map(offers.map((offer) => [offer.measure.id as string, offer]));
  const chosen = items.flatMap((item) => (item.state === 'done' ? [] : (byId.get(item.id) ?? [])));
  const benefits = mill.benefits(chosen);
  const entries = items.map((item) => entryOf(item));
  const ordered = inOrder(entries);
  const places = new Map(ordered.map(({ item }, i) => [item.id, i]));
  const people = freePeople(request, mill);
  const spans = schedule(
    ordered.map(({ item, measure, cost, requires }) => ({
      cost: cost.planned,
      effort: effortOf(item, measure),
      months: measure?.months.range.planned ?? item.own?.months ?? 0,
      requires: requires.flatMap((id) => places.get(id) ?? []),
      notBefore: item.phase === undefined ? 0 : phaseStart(item.phase),
      given: givenSpan(item, measure, startOn),
    })),
    { people, parallel: atOnce(people), phaseBudgets: phaseBudgetsOf(request) },
  );
  return {
    benefits,
    planned: ordered.map((entry, i) => {
      const span = spans[i] ?? { start: 0, end: 0 };
      return { ...entry, span, phase: phaseOf(span), isLate: isLate(span) };
    }),
  };

  function entryOf(item: PlanItem): Omit<PlannedMeasure, 'span' | 'phase' | 'isLate'> {
    const measure = mill.catalogue.byId.get(item.id) ?? null;
    const offer = item.state === 'done' ? null : (byId.get(item.id) ?? null);
    const cost = offer?.cost ?? ownCost(item);
    const lines = offer === null ? [] : (benefits.lines.get(offer) ?? []);
    const benefit = offer === null ? ownBenefit(item) : benefitOfLines(lines);
    return {
      item,
      measure,
      offer,
      cost,
      benefit,
      lines,
      payback: paybackOf(cost, benefit),
      requires: offer?.requires ?? [],
      closes: choosing.gates.filter((gate) =>
        (offer?.measure.lifts ?? []).some(
          (lift) => lift.question === gate && meets(mill.mill.questions.get(gate), lift),
        ),
      ),
    };
  }

  type Entry = ReturnType<typeof entryOf>;

  function inOrder(all: readonly Entry[]): Entry[] {
    const serves = new Set(
      choosing.conditions.flatMap(({ check }) =>
        check?.kind === 'question' ? [check.question] : check?.kind === 'gate' ? [check.gate] : [],
      ),
    );
    const rank = ({ closes, measure }: Entry) =>
      closes.length > 0 ? 0 : (measure?.lifts ?? []).some(({ question }) => serves.has(question)) ? 1 : 2;
    const money = ({ benefit, cost }: Entry) => BENEFIT_YEARS * (benefit?.planned ?? 0) - cost.planned;
    const wanted = [...all].sort(
      (a, b) => rank(a) - rank(b) || money(b) - money(a) || (a.item.id < b.item.id ? -1 : 1),
    );
    const done = new Set<string>();
    const ordered: Entry[] = [];
    const visit = (entry: Entry): void => {
      if (done.has(entry.item.id)) return;
      done.add(entry.item.id);
      for (const id of entry.requires) {
        const needed = wanted.find(({ item }) => item.id === id);
        if (needed !== undefined) visit(needed);
      }
      ordered.push(entry);
    };
    wanted.forEach(visit);
    return ordered;
  }
}

export function effortOf({ own, state }: PlanItem, measure: Measure | null): number {
  return state === 'done' ? 0 : (measure?.effort ?? own?.effort ?? 0);
}

const NOTHING: Range = { low: 0, planned: 0, high: 0 };

/** What an item costs that is not on offer: what the mill says of its own, nothing for what is done or unknown. */
export function ownCost({ own, state }: PlanItem): CostOf {
  const said = state === 'done' ? undefined : own?.costWan;
  const range = said === undefined ? NOTHING : { low: said, planned: said, high: said };
  return { ...range, origin: said === undefined ? 'estimate' : 'quote', isSized: true };
}

function ownBenefit({ own, state }: PlanItem): Benefit | null {
  const said = state === 'done' ? undefined : own?.benefitWan;
  return said === undefined ? null : { low: said, planned: said, high: said, cautious: said };
}

/** From the days that the mill gave; the end is one measure's length later where it gave none. */
function givenSpan({ startOn, endOn, own }: PlanItem, measure: Measure | null, planStart: string): Span | null {
  if (startOn === undefined && endOn === undefined) return null;
  const months = Math.max(1, Math.ceil(measure?.months.range.planned ?? own?.months ?? 1));
  const end = endOn === undefined ? undefined : Math.max(1, monthsBetween(planStart, endOn));
  const start =
    startOn === undefined ? Math.max(0, (end ?? months) - months) : Math.max(0, monthsBetween(planStart, startOn));
  return { start, end: Math.max(start + 1, end ?? start + months) };
}

function phaseBudgetsOf({ phaseBudgetsWan }: PlanRequest): readonly (number | null)[] {
  return phaseBudgetsWan ?? [null, null, null];
}

import type { Measure } from '../schema/measure.ts';
import type { PlanItem } from '../schema/plan.ts';
import type { Catalogue } from './catalogue.ts';
import { costOf, type CostOf } from './cost-of.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import type { Offer } from './offer.ts';
import type { Choosing } from './problem-of.ts';
import type { RankedStep } from './rank.ts';
import { schedule } from './schedule.ts';

/** A chosen measure with its phase and money. `measure` is null for one of the enterprise's own. */
export interface PlannedMeasure {
  readonly item: PlanItem;
  readonly measure: Measure | null;
  readonly cost: CostOf;
  readonly requires: readonly string[];
}

/** A step of the plain ranking by ids. */
export interface RankedMeasure extends Omit<RankedStep, 'item' | 'added'> {
  readonly id: string;
  readonly added: readonly string[];
}

/** The chosen measures with their phases, by phase and then by urgency; beside them the others that stay, which take money and people first. */
export function plannedMeasures(
  chosen: readonly number[],
  offers: readonly Offer[],
  { mill, request, kept }: Choosing,
  others: readonly PlannedMeasure[],
  ranking: readonly RankedMeasure[],
): PlannedMeasure[] {
  const facts = mill.facts.now;
  const before = new Map(kept.map((item) => [item.id, item]));
  const ordered = chosen.flatMap((i) => offers[i] ?? []).sort(byUrgency(request.pains ?? [], ranking));
  const place = new Map(ordered.map((offer, i) => [offer.measure.id as string, i]));
  const entries = ordered.map((offer) => {
    const old = before.get(offer.measure.id);
    return { offer, old, cost: ownCost(old, costOf(offer.measure, facts)) };
  });
  const phases = schedule(
    [
      ...entries.map(({ offer, old, cost }) => ({
        cost: cost.planned,
        effort: offer.measure.effort,
        requires: offer.requires.flatMap((id) => place.get(id) ?? []),
        earliest: offer.earliest,
        locked: old?.locked === true ? old.phase : null,
      })),
      ...others.map(({ item, measure, cost }) => ({
        cost: cost.planned,
        effort: measure?.effort ?? 0,
        requires: [],
        earliest: item.phase,
        locked: item.phase,
      })),
    ],
    request,
  );
  return [
    ...entries.map(({ offer, old, cost }, i): PlannedMeasure => ({
      item: { ...old, id: offer.measure.id, phase: phases[i] ?? 3 },
      measure: offer.measure,
      cost,
      requires: offer.requires,
    })),
    ...others,
  ].sort((a, b) => a.item.phase - b.item.phase);
}

/** The items of a plan as they stand, by phase; items that the catalogue does not know are the enterprise's own. */
export function asPlanned(
  items: readonly PlanItem[],
  { facts: { now } }: Pick<ScoredMill, 'facts'>,
  offers: readonly Offer[],
  catalogue: Catalogue,
): PlannedMeasure[] {
  return items
    .map((item): PlannedMeasure => {
      const measure = catalogue.byId.get(item.id) ?? null;
      const requires = offers.find((offer) => offer.measure.id === item.id)?.requires ?? [];
      return { item, measure, cost: ownCost(item, measure === null ? NOTHING : costOf(measure, now)), requires };
    })
    .sort((a, b) => a.item.phase - b.item.phase);
}

/** Gates first, then what eases a chosen pain, then the plain ranking; ties by id. */
function byUrgency(pains: readonly string[], ranking: readonly RankedMeasure[]) {
  const ranks = ranking.flatMap((step) => step.added);
  const forGates = new Set(ranking.filter((step) => step.gates > 0).flatMap((step) => step.added));
  const keys = ({ measure }: Offer) => [
    forGates.has(measure.id) ? 0 : 1,
    measure.pains.some((pain) => pains.includes(pain)) ? 0 : 1,
    ranks.includes(measure.id) ? ranks.indexOf(measure.id) : ranks.length,
  ];
  return (a: Offer, b: Offer): number => {
    const [one, other] = [keys(a), keys(b)];
    const difference = one.map((key, i) => key - (other[i] ?? 0)).find((part) => part !== 0);
    return difference ?? (a.measure.id < b.measure.id ? -1 : 1);
  };
}

const NOTHING: CostOf = { low: 0, planned: 0, high: 0, isSized: true };

/** The mill's own figure in place of the catalogue's range. */
function ownCost(item: PlanItem | undefined, cost: CostOf): CostOf {
  const own = item?.costWan;
  return own === undefined ? cost : { low: own, planned: own, high: own, isSized: true };
}

import { formOf, isHigher } from '../forms/forms.ts';
import type { Measure } from '../schema/measure.ts';
import { LAST_MONTH, type PlanItem, type PlanRequest } from '../schema/plan.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { standingIn } from '../scoring/standing-in.ts';
import type { Worker } from './benefit.ts';
import { costOf, type CostOf } from './cost-of.ts';
import { meets } from './gate-closing.ts';
import type { PlannedMill } from './planned-mill.ts';
import { pullOf, type Pull } from './pull.ts';
import { unitsOf, type Units } from './units.ts';

/** A measure that this mill can take up, with what it means here. */
export interface Offer extends Worker {
  readonly measure: Measure;
  /** Null where it works on no machine. */
  readonly units: Units | null;
  readonly cost: CostOf;
  readonly pull: Pull;
  /** Required measures that are neither in place nor foreign to the mill, so that they come with it. */
  readonly requires: readonly string[];
  /** Months until it takes effect, with all that it requires done before it. */
  readonly ready: number;
}

/** The measures that suit the mill, are not in place, not ruled out and bring something, each with all that it requires on offer too. */
export function offersFor(planned: PlannedMill, request: PlanRequest, kept: readonly PlanItem[]): Offer[] {
  const { mill, catalogue, size } = planned;
  const facts = mill.facts.now;
  const quotes = new Map(kept.map((item) => [item.id, item.quotes ?? []]));
  const ids = (state: PlanItem['state']) => kept.filter((item) => item.state === state).map((item) => item.id);
  const done = new Set([...(request.inPlace ?? []), ...ids('done')]);
  const ruledOut = new Set([...(request.mustNot ?? []), ...ids('dropped')]);
  const unitsIn = new Map(
    catalogue.measures.map(({ id, scope }) => [id, scope === null ? null : unitsOf(scope, facts, size)]),
  );
  const isInPlace = (measure: Measure) =>
    done.has(measure.id) || isThere(measure, unitsIn.get(measure.id) ?? null, mill);
  const openNeeds = ({ requires }: Measure) =>
    requires.filter((id) => {
      const needed = catalogue.byId.get(id);
      return needed !== undefined && suits(needed, mill) && !isInPlace(needed);
    });
  let offered = catalogue.measures
    .filter((measure) => suits(measure, mill) && !ruledOut.has(measure.id) && !isInPlace(measure))
    .map((measure) => {
      const units = unitsIn.get(measure.id) ?? null;
      return {
        measure,
        units,
        cost: costOf(measure, quotes.get(measure.id) ?? [], units, facts, size),
        pull: pullOf(measure, units, facts, size),
        isDeep: measure.isDeep,
        requires: openNeeds(measure),
      };
    });
  for (;;) {
    const there = new Set<string>(offered.map(({ measure }) => measure.id));
    const left = offered.filter(({ requires }) => requires.every((id) => there.has(id)));
    if (left.length === offered.length) break;
    offered = left;
  }
  const ready = readyMonths(offered);
  const stays = new Set([...(request.must ?? []), ...kept.map(({ id }) => id)]);
  const needed = new Set(offered.flatMap(({ requires }) => requires));
  return offered
    .map((offer) => ({ ...offer, ready: ready.get(offer.measure.id) ?? 0 }))
    .filter(({ ready: months }) => months <= LAST_MONTH)
    .filter((offer) => stays.has(offer.measure.id) || needed.has(offer.measure.id) || bringsSomething(offer, planned));
}

/** Whether a measure is meant for mills like this one, by trade, process, site and business. */
export function suits(
  { applies: rule, lifts, scope }: Measure,
  mill: Pick<ScoredMill, 'dossier' | 'site' | 'questions' | 'answer' | 'facts'>,
): boolean {
  const { enterprise } = mill.dossier;
  if (rule.site !== undefined && (rule.site === 'wet') !== mill.site.wet) return false;
  if (rule.processes !== undefined && !rule.processes.some((process) => enterprise.processes.includes(process)))
    return false;
  if (rule.subSectors !== undefined && !rule.subSectors.some((sector) => enterprise.subSectors.includes(sector)))
    return false;
  const asked = lifts.flatMap(({ question }) => mill.questions.get(question) ?? []);
  const isForeign = asked.length > 0 && asked.every((question) => mill.answer(question)?.na !== undefined);
  return scope === null ? !isForeign : true;
}

/** In place by the register, which alone decides where it names the machines, else by the rungs that say so. */
function isThere({ inPlaceAt, scope }: Measure, units: Units | null, mill: ScoredMill): boolean {
  if (scope !== null && units?.isCounted === true) return units.lacking === 0;
  const standings = inPlaceAt.flatMap(([id, rung]) => {
    const question = mill.questions.get(id);
    if (question === undefined || mill.answer(question)?.na !== undefined || !mill.isAsked(question)) return [];
    const standing = standingIn(question, mill, mill.answer);
    return [standing !== null && standing.rung >= rung];
  });
  return standings.length > 0 && standings.every(Boolean);
}

/** Months until each measure takes effect when all that it requires is done before it. */
function readyMonths(offers: readonly Pick<Offer, 'measure' | 'requires'>[]): Map<string, number> {
  const byId = new Map(offers.map((offer) => [offer.measure.id as string, offer]));
  const ready = new Map<string, number>();
  const of = (offer: Pick<Offer, 'measure' | 'requires'>): number => {
    const known = ready.get(offer.measure.id);
    if (known !== undefined) return known;
    const before = offer.requires.flatMap((id) => byId.get(id) ?? []);
    const months = offer.measure.months.range.planned + Math.max(0, ...before.map(of));
    ready.set(offer.measure.id, months);
    return months;
  };
  offers.forEach(of);
  return ready;
}

/** Whether it closes a failed gate, lifts a known question, moves a known KPI or has a benefit (planning.md 2, Fits). */
function bringsSomething(offer: Omit<Offer, 'ready'>, { mill, benefitAlone }: PlannedMill): boolean {
  const { measure, pull } = offer;
  const closes = measure.lifts.some((lift) => {
    const question = mill.questions.get(lift.question);
    return question !== undefined && failedGates(mill).has(lift.question) && meets(question, lift);
  });
  return closes || liftsKnown(measure, mill) || movesKnown(pull, mill) || (benefitAlone(offer)?.planned ?? 0) > 0;
}

export function failedGates({ scores }: Pick<ScoredMill, 'scores'>): ReadonlySet<string> {
  return new Set(
    Object.values(scores.packs).flatMap(({ gates }) =>
      gates.filter(({ state }) => state === 'failed').map(({ id }) => id),
    ),
  );
}

function liftsKnown(measure: Measure, mill: ScoredMill): boolean {
  return measure.lifts.some((lift) => {
    const question = mill.questions.get(lift.question);
    if (question === undefined || mill.answer(question)?.na !== undefined || !mill.isAsked(question)) return false;
    const standing = standingIn(question, mill, mill.answer);
    if (standing === null) return false;
    const begun = { ...standing, rung: Math.max(standing.rung, lift.from) };
    return isHigher(formOf(question).lifted(question, begun, [lift]), standing);
  });
}

function movesKnown({ shares, reaches, connects, generates }: Pull, { readings }: ScoredMill): boolean {
  if (connects !== null && connects.by > 0) return true;
  if (shares.some(({ share }) => share.planned > 0) || generates.length > 0)
    return [...readings.values()].some(({ state }) => state === 'known');
  return reaches.some(({ kpi }) => readings.get(kpi)?.state === 'known');
}

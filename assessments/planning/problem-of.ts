import type { Standing } from '../forms/form.ts';
import { BOTTOM, formOf, pointsAt } from '../forms/forms.ts';
import { kpiObject, KPIS } from '../kpis/kpis.ts';
import type { KpiId, PackId } from '../schema/ids.ts';
import type { Measure } from '../schema/measure.ts';
import type { Question } from '../schema/pack.ts';
import { PHASE_ENDS, type PlanItem, type PlanRequest } from '../schema/plan.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { standingIn } from '../scoring/standing-in.ts';
import { combinedGain, type KpiWeights } from './combined-gain.ts';
import { costOf } from './cost-of.ts';
import type { Offer } from './offer.ts';
import type { BestGain, PlanProblem } from './plan-problem.ts';
import { meets, questionState } from './readiness.ts';
import type { RecognitionStep } from './recognition-target.ts';

/** What the choice is made from. */
export interface Choosing {
  readonly mill: ScoredMill;
  readonly request: PlanRequest;
  /** Items of an earlier plan, with the mill's own figures in place of the catalogue's. */
  readonly kept: readonly PlanItem[];
  /** Of these, what is in the plan whatever it is worth. */
  readonly stay: readonly PlanItem[];
  /** 10k yuan and person-months of what stays though it is not on offer, such as the enterprise's own measures. */
  readonly taken: { readonly money: number; readonly months: number };
  /** The step of a recognition whose conditions go first; null or absent for none. */
  readonly target?: RecognitionStep | null;
}

/** The mill's offers as a problem of numbers; item i is offer i. */
export function problemOf(offers: readonly Offer[], choosing: Choosing): PlanProblem {
  const { mill, request, kept, stay, taken } = choosing;
  const measures = offers.map((offer) => offer.measure);
  const place = new Map(measures.map((measure, i) => [measure.id as string, i]));
  const forced = new Set([...(request.must ?? []), ...stay.map((item) => item.id)]);
  const limits = limitsOf(request);
  const gates = gateTests(offers, choosing);
  const wishes = wishTests(offers, choosing);
  const met = (tests: typeof gates, item: number) => tests.flatMap((isMetBy, i) => (isMetBy(item) ? [i] : []));
  return {
    budget: limits.money - taken.money,
    capacity: limits.months - taken.months,
    items: offers.map(({ measure, requires }, item) => ({
      cost: kept.find((old) => old.id === measure.id)?.costWan ?? costOf(measure, mill.facts.now).planned,
      effort: measure.effort,
      requires: requires.flatMap((id) => place.get(id) ?? []),
      excludes: measure.excludes.flatMap((id) => place.get(id) ?? []),
      gates: met(gates, item),
      wishes: met(wishes, item),
      forced: forced.has(measure.id),
    })),
    best: bestGains(offers, choosing),
    combined: combinedGain(mill, measures, kpiWeights(choosing)),
  };
}

/** Money for the whole plan: its own bound or what the last phase allows, the smaller; null where neither binds. */
export function totalBudget({ budgetWan, phaseBudgetsWan }: PlanRequest): number | null {
  const bounds = [budgetWan, phaseBudgetsWan?.[2]].filter((bound) => bound !== undefined && bound !== null);
  return bounds.length === 0 ? null : Math.min(...bounds);
}

/** What the whole plan may take: 10k yuan and person-months of the mill's own people; Infinity where one is not bound. */
export function limitsOf(request: PlanRequest): Choosing['taken'] {
  return { money: totalBudget(request) ?? Infinity, months: (request.people ?? Infinity) * PHASE_ENDS[2] };
}

export function topicWeight({ topics }: PlanRequest, pack: PackId): number {
  return topics?.[pack]?.weight ?? 1;
}

interface Line {
  readonly question: string;
  readonly weight: number;
  readonly points: number;
}

/** Trace lines of the topics that count, each with topic weight times trace weight. */
function lines({ mill, request }: Choosing): Line[] {
  return mill.pinned.flatMap((id) =>
    (mill.scores.packs[id]?.trace ?? []).map((line) => ({
      question: line.question,
      weight: topicWeight(request, id) * line.weight,
      points: line.points.low,
    })),
  );
}

function kpiWeights(choosing: Choosing): KpiWeights {
  return new Map(
    lines(choosing).flatMap(({ question, weight }) =>
      isReadFromFacts(question) && weight > 0 ? [[question as KpiId, weight] as const] : [],
    ),
  );
}

function isReadFromFacts(id: string): boolean {
  return Object.hasOwn(KPIS, id) && kpiObject(id as KpiId).kind === 'facts';
}

/** One list a question: what each measure, with all it requires, lifts it by. */
function bestGains(offers: readonly Offer[], choosing: Choosing): BestGain[] {
  const { questions, green } = choosing.mill;
  const byQuestion = new Map(lines(choosing).map((line) => [line.question, line]));
  return [...questions.values()].flatMap((question) => {
    const line = byQuestion.get(question.id);
    if (line === undefined || line.weight <= 0) return [];
    const indicator = question.id === KPIS.GK4.question(green) ? byQuestion.get('GK4') : undefined;
    const now = standingNow(question, choosing);
    const gains = offers.flatMap(({ measure }, item) => {
      if (!measure.lifts.some((lift) => lift.question === question.id)) return [];
      const after = formOf(question).lifted(question, now, liftsWith(item, offers, question.id));
      const gain =
        line.weight * Math.max(0, pointsAt(question, after) - line.points) +
        (indicator === undefined
          ? 0
          : indicator.weight * Math.max(0, KPIS.GK4.points(after.ticks.size, green) - indicator.points));
      return gain > 0 ? [{ item, gain }] : [];
    });
    return gains.length === 0 ? [] : [{ gains }];
  });
}

function standingNow(question: Question, { mill }: Choosing): Standing {
  return standingIn(question, mill, mill.answer) ?? BOTTOM;
}

/** The lifts of a question by a measure and all that it requires. */
function liftsWith(item: number, offers: readonly Offer[], question: string): Measure['lifts'] {
  const place = new Map(offers.map(({ measure }, i) => [measure.id as string, i]));
  const found = new Set<number>();
  const visit = (i: number) => {
    if (found.has(i)) return;
    found.add(i);
    for (const id of offers[i]?.requires ?? []) {
      const needed = place.get(id);
      if (needed !== undefined) visit(needed);
    }
  };
  visit(item);
  return [...found].flatMap((i) => offers[i]?.measure.lifts.filter((lift) => lift.question === question) ?? []);
}

/** Per open gate, whether an offer meets it. */
function gateTests(offers: readonly Offer[], choosing: Choosing): ((item: number) => boolean)[] {
  const { questions } = choosing.mill;
  return openGates(choosing).map((id) => (item) => {
    const lifts = offers[item]?.measure.lifts ?? [];
    return lifts.some((lift) => lift.question === id && meets(questions.get(id), lift));
  });
}

/** Per open question of the recognition aimed at, whether an offer, with all it requires, lifts it far enough. */
function wishTests(offers: readonly Offer[], choosing: Choosing): ((item: number) => boolean)[] {
  return openQuestions(choosing).map(({ question, rung }) => {
    const now = standingNow(question, choosing);
    return (item) =>
      offers[item]?.measure.lifts.some((lift) => lift.question === question.id) === true &&
      formOf(question).lifted(question, now, liftsWith(item, offers, question.id)).rung >= rung;
  });
}

/** Failed or unknown gates of the topics that count, and of those that the recognition aimed at asks for. */
function openGates({ mill, request, target }: Choosing): string[] {
  const asked = (target?.conditions ?? []).flatMap(({ check }) => (check?.kind === 'gate' ? [check.gate] : []));
  return mill.pinned.flatMap((pack) =>
    (mill.scores.packs[pack]?.gates ?? [])
      .filter(({ id, state }) => (state === 'failed' || state === 'unknown') && (counts(pack) || asked.includes(id)))
      .map(({ id }) => id),
  );

  function counts(pack: PackId): boolean {
    return topicWeight(request, pack) > 0;
  }
}

/** Questions that the recognition aimed at asks for and whose answer is too low or unknown. */
function openQuestions({ mill, target }: Choosing) {
  return (target?.conditions ?? []).flatMap(({ check }) => {
    const question = check?.kind === 'question' ? mill.questions.get(check.question) : undefined;
    if (check?.kind !== 'question' || question === undefined) return [];
    const state = questionState(check.question, check.rung, mill);
    return state === 'missing' || state === 'unknown' ? [{ question, rung: check.rung }] : [];
  });
}

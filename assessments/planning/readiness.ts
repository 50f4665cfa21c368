import { reaches } from '../indicators/comparison.ts';
import { BOTTOM, formOf } from '../forms/forms.ts';
import { kpiObject } from '../kpis/kpis.ts';
import { packByMethod } from '../packs/pack-by-method.ts';
import type { KpiId, PackId } from '../schema/ids.ts';
import type { Measure } from '../schema/measure.ts';
import type { Question } from '../schema/pack.ts';
import type { Condition, Recognition } from '../schema/policy.ts';
import type { PackResult } from '../schema/result.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import { standingIn } from '../scoring/standing-in.ts';
import { meets } from './gate-closing.ts';
import { everyHas } from './units.ts';

/** `unknown` where an answer or a figure is missing, `people` where no program can look it up. */
export type ConditionState = 'met' | 'missing' | 'unknown' | 'not-applicable' | 'people';

export interface ConditionReading {
  readonly condition: Condition;
  readonly today: ConditionState;
  readonly after: ConditionState;
}

export interface StepReading {
  readonly step: Recognition['steps'][number];
  readonly conditions: readonly ConditionReading[];
  /** The document that it rests on has run out. */
  readonly isOver: boolean;
}

export interface LadderReading {
  readonly ladder: Recognition;
  readonly steps: readonly StepReading[];
  /** Steps in force of which everything that can be looked up is met, at least one condition. */
  readonly ready: readonly StepReading[];
  /** The lowest step in force with something missing, unclear or only for people to say; null where there is none. */
  readonly next: StepReading | null;
}

/** The ladders that suit the mill, each condition read today and after the plan, on a day YYYY-MM-DD. */
export function readinessOf(
  ladders: readonly Recognition[],
  today: ScoredMill,
  after: ScoredMill,
  asOf: string,
): LadderReading[] {
  const suiting = ladders.filter((ladder) => suitsLadder(ladder, today));
  return suiting.map((ladder) => {
    const steps = ladder.steps.map((step): StepReading => ({
      step,
      isOver: isOver(step, asOf),
      conditions: step.conditions.map((condition) => ({
        condition,
        today: conditionState(condition, today),
        after: conditionState(condition, after),
      })),
    }));
    const holding = steps.filter((step) => !step.isOver);
    return { ladder, steps, ready: holding.filter(isReady), next: holding.find((step) => !isReady(step)) ?? null };
  });
}

/** Whether a ladder is meant for mills like this one. */
export function suitsLadder(
  { subSectors, wetOnly }: Recognition,
  { site, dossier }: Pick<ScoredMill, 'site' | 'dossier'>,
): boolean {
  if (wetOnly === true && !site.wet) return false;
  return subSectors === undefined || subSectors.some((one) => dossier.enterprise.subSectors.includes(one));
}

/** Whether the document that a step rests on has run out on a day YYYY-MM-DD; it holds on its last day. */
export function isOver({ validUntil }: Pick<Recognition['steps'][number], 'validUntil'>, asOf: string): boolean {
  return validUntil !== null && validUntil < asOf;
}

function isReady({ conditions }: StepReading): boolean {
  const isOpen = (state: ConditionState) => state === 'missing' || state === 'unknown';
  return conditions.every(({ today }) => !isOpen(today)) && conditions.some(({ today }) => today === 'met');
}

/** What can be said of one condition; on the low bound, so that what is unknown is never met. */
export function conditionState({ check }: Condition, mill: ScoredMill): ConditionState {
  if (check === null) return 'people';
  const { scores: scored, packs } = mill;
  switch (check.kind) {
    case 'pack-level': {
      const pack = scored.packs[check.pack as PackId];
      return atLeast(pack?.level, pack?.levelIfUnknownsGoWell, check.level);
    }
    case 'pack-score': {
      const score = scored.packs[check.pack as PackId]?.score;
      return atLeast(score?.low, score?.high, check.score);
    }
    case 'question':
      return withEveryMachine(questionState(check.question, check.rung, mill), check.every, mill);
    case 'gate':
      return gateState(check.gate, Object.values(scored.packs));
    case 'kpi': {
      const lines = Object.values(scored.packs).map((pack) => pack.trace.find((line) => line.question === check.kpi));
      const line = lines.find((candidate) => candidate !== undefined);
      if (line === undefined) return hasKpi(check.kpi, mill) ? 'not-applicable' : 'unknown';
      return atLeast(line.points.low, line.points.high, check.points);
    }
    case 'readiness':
      return readinessState(check.step, mill);
    case 'miit-level':
      return atLeast(
        scored.indicative.miit2024?.level,
        scored.packs[packByMethod(packs, 'sme').id]?.levelIfUnknownsGoWell,
        check.level,
      );
    case 'gbt-level':
      return atLeast(scored.indicative.gbt39116?.level, null, check.level);
    case 'fact-at-least': {
      const value = (mill.facts.now as Readonly<Record<string, unknown>>)[check.fact];
      return typeof value === 'number' ? atLeast(value, value, check.value) : 'unknown';
    }
  }
}

/** `high` is what it may come to once the unknown is known; null where only the low bound is known. */
function atLeast(low: number | null | undefined, high: number | null | undefined, need: number): ConditionState {
  if (low === null || low === undefined) return 'unknown';
  if (reaches(low, need)) return 'met';
  return reaches(high ?? low, need) ? 'unknown' : 'missing';
}

/** Whether the answer that counts reaches a rung; `people` where the pinned packs lack the question. */
export function questionState(
  id: string,
  rung: number,
  { questions, isAsked, facts, answer }: ScoredMill,
): ConditionState {
  const question = questions.get(id);
  if (question === undefined) return 'people';
  if (answer(question)?.na !== undefined || !isAsked(question)) return 'not-applicable';
  const standing = standingIn(question, { questions, facts }, answer);
  if (standing === null) return 'unknown';
  return standing.rung >= rung ? 'met' : 'missing';
}

/** What a question says of most machines is met for every one where the register says so; else people say it. */
function withEveryMachine(
  state: ConditionState,
  every: Extract<Condition['check'], { kind: 'question' }>['every'],
  { facts }: ScoredMill,
): ConditionState {
  if (every === undefined || (state !== 'met' && state !== 'unknown')) return state;
  const has = everyHas(every.machines, every.feature, facts.now);
  if (has === false) return 'missing';
  return has === null && state === 'met' ? 'people' : state;
}

function gateState(id: string, results: readonly PackResult[]): ConditionState {
  const gate = results.flatMap((pack) => pack.gates).find((candidate) => candidate.id === id);
  if (gate === undefined) return 'unknown';
  return gate.state === 'failed' ? 'missing' : gate.state;
}

/** Whether a scored pack has the KPI although this mill is not measured on it. */
function hasKpi(id: string, { scores, water, green }: ScoredMill): boolean {
  return [water, green].some((pack) => scores.packs[pack.id] !== undefined && pack.kpis.some((kpi) => kpi.id === id));
}

/** Steps of the green factory, the highest first in its pack. */
function readinessState(step: string, { scores, green }: ScoredMill): ConditionState {
  const reached = scores.packs[green.id]?.readiness;
  if (reached === undefined) return 'unknown';
  const order = green.readiness.map(({ id }) => id);
  return order.indexOf(reached) <= order.indexOf(step) ? 'met' : 'missing';
}

/**
 * The measures that close a condition: by themselves for a question or a gate, as far as they go for a KPI. Null where the
 * condition is a level or a score, which many measures lift together, or for people to say.
 */
export function closersOf(
  { check }: Condition,
  measures: readonly Measure[],
  { questions }: Pick<ScoredMill, 'questions'>,
): Measure[] | null {
  if (check === null) return null;
  const lifting = (id: string, does: (lift: Measure['lifts'][number], question: Question | undefined) => boolean) =>
    measures.filter(({ lifts }) => lifts.some((lift) => lift.question === id && does(lift, questions.get(id))));
  switch (check.kind) {
    case 'question':
      return lifting(check.question, (lift, question) => {
        if (question === undefined) return false;
        const begun = { ...BOTTOM, rung: lift.from };
        return formOf(question).lifted(question, begun, [lift]).rung >= check.rung;
      });
    case 'gate':
      return lifting(check.gate, (lift, question) => meets(question, lift));
    case 'kpi': {
      const object = kpiObject(check.kpi as KpiId);
      const { flows, kpis } = object.kind === 'facts' ? object.movedBy : { flows: [], kpis: [] };
      return measures.filter(({ effects }) =>
        effects.some(
          (effect) =>
            (effect.kind === 'reaches' && (effect.kpi === check.kpi || kpis.includes(effect.kpi))) ||
            (effect.kind === 'flow' && flows.includes(effect.flow)),
        ),
      );
    }
    default:
      return null;
  }
}

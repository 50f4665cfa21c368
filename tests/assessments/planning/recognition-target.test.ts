import { describe, expect, it } from 'vitest';
import { evaluator } from '#assessments/planning/choose.ts';
import { choosingOf } from '#assessments/planning/choosing.ts';
import { offersFor } from '#assessments/planning/offer.ts';
import { planOf, type ImprovementPlan, type PlanContext } from '#assessments/planning/plan-of.ts';
import { plannedMill } from '#assessments/planning/planned-mill.ts';
import { entryLevelOf, recognitionsFor, targetStep } from '#assessments/planning/recognition-target.ts';
import { planTopics } from '#assessments/planning/topics.ts';
import type { PlanRequest } from '#assessments/schema/plan.ts';
import type { Condition, Recognition } from '#assessments/schema/policy.ts';
import { policies } from '#renderer/documents/composer/plan-references.ts';
import { solve } from '#tests/support/highs-node.ts';
import { catalogueOf, demoJson, PLAN_DAY, scoredFrom } from '#tests/support/planning-cases.ts';
import { catalogue, sketchedMill } from '#tests/support/plans.ts';

const ladders = policies.recognitions;
const dyeing = scoredFrom(demoJson('demo-dyeing'));
const garment = scoredFrom(demoJson('demo-garment'));
const TEXT = { 'zh-CN': '某', en: 'some' };
const asOf = PLAN_DAY;
const idsOf = ({ planned }: ImprovementPlan) => planned.map(({ item }) => item.id);

/** Measures that lift a question, with all that they require. */
function lifting(...questions: string[]): Set<string> {
  const ids = new Set<string>();
  const take = (id: string): void => {
    if (ids.has(id)) return;
    ids.add(id);
    catalogue.byId.get(id)?.requires.forEach(take);
  };
  for (const { id, lifts } of catalogue.measures)
    if (lifts.some(({ question }) => questions.includes(question))) take(id);
  return ids;
}

function planWith(mill: typeof dyeing, request: PlanRequest, context: Partial<PlanContext> = {}): ImprovementPlan {
  const outcome = planOf(mill, request, [], { catalogue, solve, recognitions: { ladders, asOf }, ...context });
  if (outcome.kind !== 'plan') throw new Error(outcome.kind);
  return outcome.plan;
}

/** A ladder of one step with these conditions, in force unless said otherwise. */
function ladderOf(checks: readonly Condition['check'][], part: Partial<Recognition['steps'][number]> = {}) {
  const template = ladders[0]?.steps[0];
  if (template === undefined) throw new Error('no ladder');
  const conditions = checks.map((check): Condition => ({ text: TEXT, check, mark: 'sourced-S1' }));
  const step = { ...template, id: 'some-step', validUntil: null, ...part, conditions };
  const ladder: Recognition = { id: 'some', name: TEXT, wetOnly: false, steps: [step] };
  return { step, recognitions: { ladders: [ladder], asOf } };
}

describe('a recognition as target', () => {
  it('comes before any pain, point or money: what it asks for is brought into a budget that would go elsewhere', () => {
    const question = garment.diagnosis.packs['water-efficiency'] === undefined ? '' : 'W-M08';
    const { recognitions } = ladderOf([{ kind: 'question', question, rung: 2 }]);
    const small = catalogueOf(new Set([...lifting(question), 'GA02', 'GA07', 'OU02']));
    const request: PlanRequest = { budgetWan: 40, aim: 'money' };
    const without = planWith(garment, request, { catalogue: small, recognitions });
    const aiming = planWith(garment, { ...request, recognition: 'some-step' }, { catalogue: small, recognitions });
    const closes = (plan: ImprovementPlan) =>
      plan.planned.some(({ measure }) => measure?.lifts.some((lift) => lift.question === question) === true);
    expect([closes(without), closes(aiming)]).toEqual([false, true]);
    expect(aiming.alternatives.money.benefit?.planned ?? 0).toBeLessThanOrEqual(
      without.alternatives.money.benefit?.planned ?? 0,
    );
  });

  it('asks for gates of a title that no topic would ask for', () => {
    const gates = (recognition: string | undefined) => {
      const mill = plannedMill(garment, catalogue);
      const request: PlanRequest = {
        topics: { 'green-factory': { weight: 1, level: 2 } },
        ...(recognition === undefined ? {} : { recognition }),
      };
      const { recognitions } = ladderOf([{ kind: 'gate', gate: 'G-G06' }]);
      const step = targetStep(request, garment, recognitions);
      return choosingOf(mill, offersFor(mill, request, []), request, [], step, { money: 0, months: 0 }).gates;
    };
    const failed =
      garment.scores.packs['green-factory']?.gates.some(({ id, state }) => id === 'G-G06' && state === 'failed') ===
      true;
    expect(gates(undefined)).not.toContain('G-G06');
    expect(gates('some-step').includes('G-G06')).toBe(failed);
  });

  it('comes with all that leads to the rung, and not for a rung that nothing leads to', () => {
    const { mill } = sketchedMill({ answers: { 'W-M13': { self: { rung: 0 } } } });
    const small = catalogueOf(lifting('W-M13'));
    const top = Math.max(
      ...small.measures.flatMap(({ lifts }) =>
        lifts.map(({ question, rung }) => (question === 'W-M13' ? (rung ?? 0) : 0)),
      ),
    );
    for (const [rung, isHeld] of [
      [top, true],
      [top + 1, false],
    ] as const) {
      const { recognitions } = ladderOf([{ kind: 'question', question: 'W-M13', rung }]);
      const request: PlanRequest = { recognition: 'some-step' };
      const planned = plannedMill(mill, small);
      const step = targetStep(request, mill, recognitions);
      const choosing = choosingOf(planned, offersFor(planned, request, []), request, [], step, { money: 0, months: 0 });
      const all = evaluator(choosing)(choosing.offers.map((_, i) => i));
      expect(all.conditionsHeld.length > 0, `rung ${rung}`).toBe(isHeld);
    }
  });

  it.each([
    ['no ladder has', undefined, 'no-such-step'],
    ['has run out', { validUntil: '2026-11-23' as never }, 'some-step'],
  ])('that %s changes nothing', (_why, part, recognition) => {
    const { recognitions } = ladderOf([{ kind: 'question', question: 'W-M13', rung: 4 }], part);
    expect(targetStep({ recognition }, dyeing, recognitions)).toBeNull();
  });

  it('of wet mills is no target of a dry one', () => {
    expect(targetStep({ recognition: 'dyeing-norms' }, garment, { ladders, asOf })).toBeNull();
    expect(targetStep({ recognition: 'dyeing-norms' }, dyeing, { ladders, asOf })?.id).toBe('dyeing-norms');
  });

  it('sets the level of a topic that it names, between the one asked for and the next', () => {
    const { step } = ladderOf([
      { kind: 'pack-level', pack: 'green-factory', level: 3 },
      { kind: 'pack-level', pack: 'green-factory', level: 4 },
    ]);
    expect(entryLevelOf(step, 'green-factory')).toBe(4);
    expect(entryLevelOf(step, 'water-efficiency')).toBeNull();
    expect(entryLevelOf(null, 'green-factory')).toBeNull();
    const today = garment.scores.packs['green-factory']?.level ?? 0;
    const target = (request: PlanRequest, of = step as typeof step | null) =>
      planTopics(garment, request, of).find(({ pack }) => pack.id === 'green-factory')?.target;
    expect(target({})).toBe(4);
    expect(target({ topics: { 'green-factory': { weight: 1, level: 5 } } })).toBe(5);
    expect(target({}, null)).toBe(today + 1);
    expect(target({ topics: { 'green-factory': { weight: 0 } } })).toBeUndefined();
  });

  it('can be chosen while it holds, on a ladder that suits the mill', () => {
    const stepsFor = (mill: typeof dyeing) =>
      recognitionsFor(ladders, mill, asOf).flatMap(({ steps }) => steps.map(({ id }) => id));
    expect(stepsFor(dyeing)).toContain('dyeing-norms');
    expect(stepsFor(garment)).not.toContain('dyeing-norms');
    expect(stepsFor(dyeing)).toContain('smart-factory-basic');
  });

  it('is said by the plan that aims at it', () => {
    const small = catalogueOf(new Set(['GA02', 'GA07']));
    const plan = planWith(garment, { recognition: 'smart-factory-basic', budgetWan: 50 }, { catalogue: small });
    expect(plan.target?.id).toBe('smart-factory-basic');
    expect(idsOf(plan).length).toBeGreaterThan(0);
  });
});

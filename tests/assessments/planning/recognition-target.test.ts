import { describe, expect, it } from 'vitest';
import { planAsKept, planOf, type ImprovementPlan, type PlanContext } from '#assessments/planning/plan-of.ts';
import { readinessOf } from '#assessments/planning/readiness.ts';
import { entryLevelOf, recognitionsFor, targetLevel } from '#assessments/planning/recognition-target.ts';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { StoredPlan, type PlanRequest } from '#assessments/schema/plan.ts';
import { PolicyBook, type Condition, type Recognition } from '#assessments/schema/policy.ts';
import policies from '#seeds/policies/policies.json' with { type: 'json' };
import { AS_OF, demoJson } from '#tests/support/planned-mills.ts';
import { planContext, planFor, scoredMill, sketchedMill, type ScoredMill } from '#tests/support/plans.ts';

const ladders = PolicyBook.parse(policies).recognitions;
const dyeing = scoredMill(Dossier.parse(demoJson('demo-dyeing')));
const spinning = scoredMill(Dossier.parse(demoJson('demo-spinning')));
const garment = scoredMill(Dossier.parse(demoJson('demo-garment')));
const AIMING_HIGH: PlanRequest = { budgetWan: 250, recognition: 'dyeing-norms' };
const TEXT = { 'zh-CN': '某', en: 'some' };

function planAiming(
  { mill }: ScoredMill,
  request: PlanRequest,
  recognitions: PlanContext['recognitions'] = { ladders, asOf: AS_OF },
): ImprovementPlan {
  const outcome = planOf(mill, request, [], { ...planContext, recognitions });
  if (outcome.kind !== 'plan') throw new Error('the plan does not fit');
  return outcome.plan;
}

const idsOf = ({ planned }: ImprovementPlan) => planned.map(({ item }) => item.id);

/** All of a plan but what was asked of it. */
const chosenIn = ({ request: _asked, expected, ...plan }: ImprovementPlan) => ({ ...plan, expected: expected.scores });

/** A plan of the dyeing mill as its dossier keeps it, read again. */
function asKept({ request, planned }: ImprovementPlan, context: PlanContext): ImprovementPlan {
  const { mill } = dyeing;
  const items = planned.map(({ item }) => item);
  const stored = StoredPlan.parse({ madeOn: AS_OF, diagnosis: mill.diagnosis.id, request, items });
  return planAsKept(mill, stored, context);
}

/** A ladder of one step with these conditions, in force unless said otherwise. */
function ladderOf(checks: readonly Condition['check'][], part: Partial<Recognition['steps'][number]> = {}) {
  const template = ladders[0]?.steps[0];
  if (template === undefined) throw new Error('no ladder');
  const conditions = checks.map((check): Condition => ({ text: TEXT, check, mark: 'sourced-S1' }));
  const step = { ...template, id: 'some-step', validUntil: null, ...part, conditions };
  const ladder: Recognition = { id: 'some', name: TEXT, wetOnly: false, steps: [step] };
  return { ladder, step, recognitions: { ladders: [ladder], asOf: AS_OF } };
}

describe('a recognition as target', () => {
  it.each([
    ['water-leader', 'WA07', spinning, 20],
    ['dyeing-norms', 'WA17', dyeing, 250],
  ])('%s brings %s into a budget that would go elsewhere', (recognition, closing, mill, budgetWan) => {
    const without = planAiming(mill, { budgetWan });
    const plan = planAiming(mill, { budgetWan, recognition });
    expect(idsOf(without)).not.toContain(closing);
    expect(idsOf(plan)).toContain(closing);
    expect(plan.planned.reduce((sum, { cost }) => sum + cost.planned, 0)).toBeLessThanOrEqual(budgetWan);
    expect(plan.proven).toBe(true);
    expect(plan.objective).toBeLessThan(without.objective);
  });

  it('leaves the gates of the topics where they were, and every open question and gate of its own is closed', () => {
    const plan = planAiming(dyeing, AIMING_HIGH);
    const gates = planFor(dyeing, { budgetWan: 250 }).ranking.filter((step) => step.gates > 0);
    expect(idsOf(plan)).toEqual(expect.arrayContaining(gates.flatMap((step) => step.added)));
    const open = readinessOf(ladders, dyeing.mill, plan.expected, AS_OF)
      .flatMap(({ steps }) => steps.filter(({ step }) => step.id === 'dyeing-norms'))
      .flatMap(({ conditions }) => conditions)
      .filter(({ condition: { check } }) => check?.kind === 'question' || check?.kind === 'gate');
    expect(open.filter(({ today: before }) => before === 'missing')).toHaveLength(2);
    expect(open.filter((reading) => reading.after !== 'met' && reading.after !== 'not-applicable')).toEqual([]);
  });

  it('never costs a gate that money pays for', () => {
    const request: PlanRequest = { budgetWan: 30 };
    const met = (plan: ReturnType<typeof planAiming>) =>
      Object.values(plan.expected.scores.packs).flatMap(({ gates }) => gates.filter(({ state }) => state === 'met'))
        .length;
    const aiming = planAiming(garment, { ...request, recognition: 'water-saving' });
    expect(idsOf(aiming)).not.toEqual(idsOf(planAiming(garment, request)));
    expect(met(aiming)).toBeGreaterThanOrEqual(met(planAiming(garment, request)));
  });

  it('counts its points as any plan does', () => {
    const plan = planAiming(dyeing, AIMING_HIGH);
    expect(asKept(plan, planContext).objective).toBeCloseTo(plan.objective, 9);
  });

  it('is the yardstick of a kept plan too, which stays proved', () => {
    const plan = planAiming(dyeing, AIMING_HIGH);
    const kept = asKept(plan, { ...planContext, recognitions: { ladders, asOf: AS_OF } });
    expect(kept.objective).toBeCloseTo(plan.objective, 9);
    expect(kept.bound).toBeCloseTo(plan.bound, 9);
    expect(kept.proven).toBe(true);
  });

  it('meets its gates where the topic is left out of the plan', () => {
    const request: PlanRequest = {
      budgetWan: 10,
      topics: { 'green-factory': { weight: 0 }, 'water-efficiency': { weight: 0 } },
    };
    expect(idsOf(planAiming(garment, request))).not.toContain('GR06');
    expect(idsOf(planAiming(garment, { ...request, recognition: 'green-municipal' }))).toContain('GR06');
  });

  it('comes with all that leads to the rung, and not for a rung that nothing leads to', () => {
    const mill = sketchedMill({ answers: { 'W-M13': { self: { rung: 0 } } } });
    const { recognitions } = ladderOf([{ kind: 'question', question: 'W-M13', rung: 4 }]);
    const beyond = ladderOf([{ kind: 'question', question: 'W-M13', rung: 5 }]);
    const request: PlanRequest = {
      budgetWan: 300,
      recognition: 'some-step',
      topics: Object.fromEntries(Object.keys(mill.mill.diagnosis.packs).map((id) => [id, { weight: 0 }])),
    };
    expect(idsOf(planAiming(mill, request, recognitions))).toEqual(expect.arrayContaining(['WA16', 'WA17']));
    expect(idsOf(planAiming(mill, request, beyond.recognitions))).toEqual([]);
  });

  it('asks for nothing that is met already, is not applicable or takes more than one measure', () => {
    const { recognitions } = ladderOf([
      { kind: 'question', question: 'IM-GAR-01', rung: 1 },
      { kind: 'question', question: 'W-M01', rung: 0 },
      { kind: 'kpi', kpi: 'K1', points: 100 },
      { kind: 'pack-level', pack: 'green-factory', level: 5 },
      { kind: 'fact-at-least', fact: 'finance.revenue', value: 1e9 },
    ]);
    const request: PlanRequest = { budgetWan: 60 };
    expect(idsOf(planAiming(dyeing, { ...request, recognition: 'some-step' }, recognitions))).toEqual(
      idsOf(planAiming(dyeing, request)),
    );
  });

  it.each([
    ['no ladder has', undefined, 'no-such-step'],
    ['has run out', { validUntil: '2026-11-23' as never }, 'some-step'],
  ])('that %s changes nothing', (_why, part, recognition) => {
    const { recognitions } = ladderOf([{ kind: 'question', question: 'W-M13', rung: 4 }], part);
    const plan = planAiming(dyeing, { budgetWan: 200, recognition }, recognitions);
    expect(chosenIn(plan)).toEqual(chosenIn(planAiming(dyeing, { budgetWan: 200 })));
  });

  it('of wet mills changes nothing at a dry one', () => {
    const plan = planAiming(garment, { budgetWan: 30, recognition: 'dyeing-norms' });
    expect(chosenIn(plan)).toEqual(chosenIn(planAiming(garment, { budgetWan: 30 })));
  });

  it('sets the level of a topic that it names', () => {
    const { step } = ladderOf([
      { kind: 'pack-level', pack: 'green-factory', level: 3 },
      { kind: 'pack-level', pack: 'green-factory', level: 4 },
    ]);
    expect(entryLevelOf(step, 'green-factory')).toBe(4);
    expect(entryLevelOf(step, 'water-efficiency')).toBeNull();
    expect(entryLevelOf(null, 'green-factory')).toBeNull();
  });

  it('stands between the level that was asked for and the next one', () => {
    const { step } = ladderOf([{ kind: 'pack-level', pack: 'green-factory', level: 4 }]);
    const green = shippedPacks['green-factory'];
    const aimed = (topic: NonNullable<PlanRequest['topics']>['green-factory'], today: number | null) =>
      targetLevel(topic === undefined ? {} : { topics: { 'green-factory': topic } }, step, green, today);
    expect(aimed(undefined, 2)).toBe(4);
    expect(aimed({ weight: 1, level: 5 }, 2)).toBe(5);
    expect(aimed({ weight: 2 }, 2)).toBe(4);
    expect(targetLevel({}, null, green, 2)).toBe(3);
    expect(targetLevel({}, null, green, 5)).toBe(5);
    expect(aimed({ weight: 0 }, 2)).toBeNull();
    expect(aimed(undefined, null)).toBeNull();
  });

  it('can be chosen while it holds, on a ladder that suits the mill', () => {
    const stepsFor = ({ mill }: ScoredMill) =>
      recognitionsFor(ladders, mill, AS_OF).flatMap(({ steps }) => steps.map(({ id }) => id));
    expect(stepsFor(dyeing)).toContain('dyeing-norms');
    expect(stepsFor(garment)).not.toContain('dyeing-norms');
    expect(stepsFor(dyeing)).not.toContain('smart-scene');
    expect(stepsFor(dyeing)).toContain('smart-factory-basic');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millAfter } from '#assessments/planning/mill-after.ts';
import { offersFor } from '#assessments/planning/offer.ts';
import { optimise } from '#assessments/planning/optimise.ts';
import { planAsKept, type ImprovementPlan } from '#assessments/planning/plan-of.ts';
import { problemOf, totalBudget } from '#assessments/planning/problem-of.ts';
import { PHASE_ENDS, type PlanItem, type PlanRequest } from '#assessments/schema/plan.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { worth } from '#tests/support/problem-rules.ts';
import { arbitraryRequest, catalogue, planContext, planFor, randomMills } from '#tests/support/plans.ts';

const mills = randomMills(longOrShort(14, 6), 4);
const requests = fc.sample(arbitraryRequest, { numRuns: mills.length, seed: 5 });
const cases = mills.map((mill, i) => ({ mill, request: requests[i] ?? {} }));
const SAME = 1e-6;

/** What a plan breaks of what was asked; empty where it keeps all. */
function brokenRules({ planned, offers }: ImprovementPlan, request: PlanRequest): string[] {
  const offered = new Set<string>(offers.map(({ measure }) => measure.id));
  const phaseOf = new Map(planned.map(({ item }) => [item.id, item.phase]));
  const spentUntil = (phase: number) =>
    planned.filter(({ item }) => item.phase <= phase).reduce((sum, { cost }) => sum + cost.planned, 0);
  const effortUntil = (phase: number) =>
    planned.filter(({ item }) => item.phase <= phase).reduce((sum, { measure }) => sum + (measure?.effort ?? 0), 0);
  const budget = totalBudget(request) ?? Infinity;
  return [
    ...(spentUntil(3) > budget + SAME ? [`costs ${spentUntil(3)} of ${budget}`] : []),
    ...[1, 2, 3].flatMap((phase) => {
      const most = request.phaseBudgetsWan?.[phase - 1] ?? Infinity;
      const months = (request.people ?? Infinity) * (PHASE_ENDS[phase - 1] ?? 0);
      return [
        ...(spentUntil(phase) > most + SAME ? [`phase ${phase} costs ${spentUntil(phase)} of ${most}`] : []),
        ...(effortUntil(phase) > months + SAME ? [`phase ${phase} takes ${effortUntil(phase)} of ${months}`] : []),
      ];
    }),
    ...planned.flatMap(({ item, measure }) => [
      ...(measure?.requires ?? [])
        .filter((id) => offered.has(id) && (phaseOf.get(id) ?? Infinity) > item.phase)
        .map((id) => `${item.id} comes without or before ${id}`),
      ...(measure?.excludes ?? []).filter((id) => phaseOf.has(id)).map((id) => `${item.id} beside ${id}`),
      ...(request.mustNot?.includes(item.id) === true ? [`${item.id} is ruled out`] : []),
    ]),
  ];
}

describe('a plan', () => {
  it('keeps budget, phase budgets, people, prerequisites, exclusions and what is ruled out', () => {
    let chosen = 0;
    for (const { mill, request } of cases) {
      const plan = planFor(mill, request);
      chosen += plan.planned.length;
      expect(brokenRules(plan, request), mill.mill.dossier.id).toEqual([]);
    }
    expect(chosen).toBeGreaterThan(10 * cases.length);
  });

  it('offers a measure only where what it requires is on offer too or in place', () => {
    let inPlace = 0;
    for (const { mill, request } of cases) {
      const offers = offersFor(mill.mill, catalogue, request);
      const offered = new Set<string>(offers.map(({ measure }) => measure.id));
      const needed = new Set(offers.flatMap(({ measure }) => measure.requires.filter((id) => !offered.has(id))));
      for (const id of needed) {
        const measure = catalogue.byId.get(id);
        if (measure === undefined) throw new Error(`no measure ${id}`);
        const liftsOnly = {
          ...measure,
          lifts: measure.lifts.map((lift) => ({ ...lift, from: 0 })),
          saves: [],
          reaches: [],
        };
        const { dossier, diagnosis, facts } = mill.mill;
        const told = { ...dossier.facts, [String(diagnosis.year)]: facts.now };
        expect(millAfter(mill.mill, [liftsOnly]), id).toEqual({ dossier: { ...dossier, facts: told }, diagnosis });
        inPlace += 1;
      }
    }
    expect(inPlace).toBeGreaterThan(10);
  });

  it('keeps locked measures and those of the enterprise with their phase, and does not choose again what is done', () => {
    for (const { mill, request } of cases.slice(0, longOrShort(6, 2))) {
      const { planned } = planFor(mill, request);
      const [first, second, ...rest] = planned.filter(({ requires }) => requires.length === 0).map(({ item }) => item);
      if (first === undefined || second === undefined) continue;
      const kept: PlanItem[] = [
        { ...first, phase: 3, locked: true, owner: '张工' },
        { ...second, state: 'done' },
        ...rest.slice(0, 1).map((item): PlanItem => ({ ...item, state: 'dropped' })),
        { id: 'own-1', name: '食堂改造', phase: 2, costWan: 0 },
      ];
      const again = planFor(mill, request, kept).planned.map(({ item }) => item);
      expect(again).toContainEqual(kept[0]);
      expect(again).toContainEqual(kept.at(-1));
      expect(again.map((item) => item.id)).not.toContain(second.id);
      expect(again.map((item) => item.id)).not.toContain(rest[0]?.id);
    }
  });

  it('counts what the enterprise adds itself and what is locked against every budget', () => {
    for (const { mill } of cases.slice(0, 6)) {
      const request: PlanRequest = { budgetWan: 400, phaseBudgetsWan: [60, 200, 400] };
      const [first, second] = planFor(mill, request).planned;
      if (first === undefined) continue;
      const kept: PlanItem[] = [
        { id: 'own-1', name: '食堂改造', phase: 1, costWan: 30 },
        { ...first.item, phase: 2, locked: true, costWan: 50 },
        ...(second === undefined ? [] : [{ ...second.item, costWan: 170 }]),
      ];
      const plan = planFor(mill, request, kept);
      expect(plan.planned.find(({ item }) => item.id === first.item.id)?.cost.planned).toBe(50);
      const broken = brokenRules(plan, request).filter((rule) => !rule.includes('before'));
      expect(broken, mill.mill.dossier.id).toEqual([]);
    }
  });

  it('says where what must be in it does not fit', () => {
    const { mill } = cases[0] ?? { mill: undefined };
    if (mill === undefined) throw new Error('no mill');
    const kept: PlanItem[] = [{ id: 'own-1', name: '新厂房', phase: 1, costWan: 500 }];
    expect(() => planFor(mill, { budgetWan: 100 }, kept)).toThrow('does not fit');
  });

  it('measures a kept plan by what its own measures leave, and proves none that costs more than it may', () => {
    let proved = 0;
    for (const { mill } of cases.slice(0, 6)) {
      const own: PlanItem = { id: 'own-1', name: '食堂改造', phase: 1, costWan: 60 };
      const request: PlanRequest = { budgetWan: 200 };
      const plan = planFor(mill, request, [own]);
      const items = plan.planned.map(({ item }) => item);
      const asKept = (kept: readonly PlanItem[]) =>
        planAsKept(
          mill.mill,
          { madeOn: '2026-01-01' as never, diagnosis: mill.mill.diagnosis.id, request, items: [...kept] },
          planContext,
        );
      const same = asKept(items);
      expect(same.objective).toBeCloseTo(plan.objective, 9);
      expect(same.bound).toBeCloseTo(plan.bound, 9);
      expect(same.proven).toBe(plan.proven);
      expect(asKept(items.map((item) => (item.id === own.id ? { ...item, costWan: 201 } : item))).proven).toBe(false);
      if (plan.proven) proved += 1;
    }
    expect(proved).toBeGreaterThan(3);
  });

  it('is the same for the same mill', () => {
    const told = ({ expected, ...plan }: ImprovementPlan) => ({ ...plan, expected: expected.scores });
    for (const { mill, request } of cases.slice(0, longOrShort(3, 1)))
      expect(told(planFor(mill, request))).toEqual(told(planFor(mill, request)));
  });

  it('never gives less for more money, where proved', () => {
    let compared = 0;
    const compare = longOrShort(6, 1);
    for (const { mill } of cases.slice(0, compare)) {
      const offers = offersFor(mill.mill, catalogue, {});
      const base = {
        mill: mill.mill,
        kept: [],
        stay: [],
        taken: { money: 0, months: 0 },
      };
      let before = -Infinity;
      for (const budgetWan of [0, 20, 80, 250, 700, 2000, 1e6]) {
        const choice = optimise(problemOf(offers, { ...base, request: { budgetWan } }));
        if (choice === null) throw new Error('nothing is forced');
        const now = worth(choice.gates, choice.objective);
        if (choice.proven) {
          compared += 1;
          expect(now, `${mill.mill.dossier.id} at ${budgetWan}`).toBeGreaterThanOrEqual(before - SAME);
          before = Math.max(before, now);
        }
      }
    }
    expect(compared).toBeGreaterThan(4 * compare);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wanOf } from '#assessments/planning/benefit.ts';
import { totalBudget } from '#assessments/planning/choosing.ts';
import { STREAMS, FACT_OF } from '#assessments/planning/flows.ts';
import { planAsKept, type ImprovementPlan } from '#assessments/planning/plan-of.ts';
import { resultPlan } from '#assessments/planning/result-plan.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import { LAST_MONTH, ResultPlan, type PlanItem, type PlanRequest } from '#assessments/schema/plan.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { demoJson, DEMOS, scoredFrom } from '#tests/support/planning-cases.ts';
import {
  arbitraryRequest,
  outcomeFor,
  planContext,
  planFor,
  plannedMillFor,
  randomMills,
  type ScoredMill,
} from '#tests/support/plans.ts';

const SAME = 1e-6;
const mills = [
  ...DEMOS.map((name) => scoredFrom(demoJson(name))).map((mill): ScoredMill => ({ mill, scored: mill.scores })),
  ...randomMills(longOrShort(197, 3), 4),
];
const requests = fc.sample(arbitraryRequest, { numRuns: mills.length, seed: 5 });
const cases = mills.map((mill, i) => ({ mill, request: requests[i] ?? {} }));
const plans = cases.map(({ mill, request }) => ({ mill, request, outcome: outcomeFor(mill, request) }));
const made = plans.flatMap(({ mill, request, outcome }) =>
  outcome.kind === 'plan' ? [{ mill, request, plan: outcome.plan }] : [],
);

/** What a plan breaks of what was asked; empty where it keeps all. */
function brokenRules({ planned, people, parallel }: ImprovementPlan, request: PlanRequest): string[] {
  const byId = new Map(planned.map((entry) => [entry.item.id, entry]));
  const cost = planned.reduce((sum, entry) => sum + entry.cost.planned, 0);
  const effort = planned.reduce((sum, { measure, item }) => sum + (measure?.effort ?? item.own?.effort ?? 0), 0);
  const budget = totalBudget(request) ?? Infinity;
  const months = Array.from({ length: 60 }, (_, month) =>
    planned.filter(({ span }) => span.start <= month && month < span.end),
  );
  return [
    ...(cost > budget + SAME ? [`costs ${cost} of ${budget}`] : []),
    ...(effort > people * LAST_MONTH + SAME ? [`takes ${effort} of ${people * LAST_MONTH}`] : []),
    ...months.flatMap((running, month) => {
      const used = running.reduce(
        (sum, { measure, span }) => sum + (measure?.effort ?? 0) / (span.end - span.start),
        0,
      );
      return [
        ...(running.length > parallel ? [`${running.length} at once in month ${month}`] : []),
        ...(used > people + SAME ? [`${used} people in month ${month}`] : []),
      ];
    }),
    ...[1, 2, 3].flatMap((phase) => {
      const most = request.phaseBudgetsWan?.[phase - 1] ?? Infinity;
      const spent = planned
        .filter((entry) => entry.phase <= phase && !entry.isLate)
        .reduce((sum, entry) => sum + entry.cost.planned, 0);
      return spent > most + SAME ? [`phase ${phase} costs ${spent} of ${most}`] : [];
    }),
    ...planned.flatMap(({ item, measure, requires, span }) => [
      ...requires
        .filter((id) => (byId.get(id)?.span.end ?? Infinity) > span.start)
        .map((id) => `${item.id} before ${id}`),
      ...(measure?.excludes ?? []).filter((id) => byId.has(id)).map((id) => `${item.id} beside ${id}`),
      ...(request.mustNot?.includes(item.id) === true ? [`${item.id} is ruled out`] : []),
    ]),
  ];
}

describe('a plan', () => {
  it('keeps budget, phase budgets, people, number at once, prerequisites, exclusions and what is ruled out', () => {
    let chosen = 0;
    for (const { plan, request, mill } of made) {
      chosen += plan.planned.length;
      expect(brokenRules(plan, request), mill.mill.dossier.id).toEqual([]);
    }
    expect(made.length).toBeGreaterThan(3);
    expect(chosen).toBeGreaterThan(5 * made.length);
  });

  it('has benefits that are the sums of quantity times price over their lines, no more than the mill uses', () => {
    let lines = 0;
    for (const { plan, mill } of made) {
      const { use } = plannedMillFor(mill).flows;
      const saved = new Map<string, number>();
      for (const { benefit, lines: own } of plan.planned) {
        const priced = own.filter(({ price }) => price !== null);
        const sum = priced.reduce((total, line) => total + wanOf(line, line.quantity.planned), 0);
        expect(benefit?.planned ?? 0).toBeCloseTo(sum, 6);
        expect(benefit === null).toBe(priced.length === 0);
        for (const line of own)
          if (line.quantity.planned > 0) saved.set(line.fact, (saved.get(line.fact) ?? 0) + line.quantity.planned);
        lines += own.length;
      }
      for (const stream of STREAMS)
        expect(saved.get(FACT_OF[stream]) ?? 0).toBeLessThanOrEqual(0.6 * (use[stream] ?? 0) + SAME);
      expect(plan.benefit?.planned ?? 0).toBeCloseTo(
        plan.planned.reduce((sum, entry) => sum + (entry.benefit?.planned ?? 0), 0),
        6,
      );
      expect(plan.cost.planned).toBeCloseTo(
        plan.planned.reduce((sum, entry) => sum + entry.cost.planned, 0),
        6,
      );
    }
    expect(lines).toBeGreaterThan(20);
  });

  it('lowers an expected score only where a measure adds a use', () => {
    for (const { plan, mill } of made) {
      if (plan.planned.some(({ offer }) => (offer?.pull.adds.length ?? 0) > 0)) continue;
      for (const [id, pack] of Object.entries(mill.scored.packs))
        expect(plan.expected.scores.packs[id as PackId]?.score?.low ?? 0, id).toBeGreaterThanOrEqual(
          (pack.score?.low ?? 0) - 1e-9,
        );
    }
  });

  it('is as a result says it, the same twice', () => {
    for (const { mill, request, plan } of made.slice(0, 2)) {
      const told = (one: ImprovementPlan) =>
        resultPlan({ kind: 'plan', plan: one }, { roleOf: () => null, support: [], firm: {} });
      const first = told(plan);
      expect(ResultPlan.parse(first)).toEqual(first);
      expect(JSON.stringify(told(planFor(mill, request)))).toBe(JSON.stringify(first));
    }
  });

  it('is never worse for more money or more people', () => {
    for (const { mill } of made.slice(0, longOrShort(20, 2)))
      for (const aim of ['level', 'money'] as const) {
        const worthOf = (request: PlanRequest) => {
          const plan = planFor(mill, { ...request, aim, pains: ['cost'] });
          const { alternatives } = plan;
          const { benefit, cost, targetsReached, gatesClosed } = alternatives[aim];
          const money = 5 * (benefit?.planned ?? 0) - cost.planned;
          return aim === 'level' ? [gatesClosed.length, targetsReached.length, money] : [gatesClosed.length, money];
        };
        const isWorse = (now: readonly number[], before: readonly number[]) => {
          const place = now.findIndex((part, i) => Math.abs(part - (before[i] ?? 0)) > SAME);
          return place >= 0 && (now[place] ?? 0) < (before[place] ?? 0);
        };
        const base = worthOf({ budgetWan: 80, people: 0.5 });
        const richer = worthOf({ budgetWan: 300, people: 0.5 });
        expect(isWorse(richer, base), `${mill.mill.dossier.id} ${aim} ${base.join()} ${richer.join()}`).toBe(false);
        const larger = worthOf({ budgetWan: 80, people: 2 });
        expect(isWorse(larger, base), `${mill.mill.dossier.id} ${aim} ${base.join()} ${larger.join()}`).toBe(false);
      }
  });

  it('keeps what is locked, started or of the mill itself, and does not choose again what is done or dropped', () => {
    for (const { mill } of made.slice(0, longOrShort(12, 2))) {
      const { planned } = planFor(mill, {});
      const [first, second, third, fourth] = planned
        .filter(({ requires }) => requires.length === 0)
        .map(({ item }) => item);
      if (first === undefined || second === undefined || third === undefined || fourth === undefined) continue;
      const kept: PlanItem[] = [
        { ...first, phase: 3, locked: true, owner: '设备科' },
        { ...second, state: 'done' },
        { ...third, state: 'dropped' },
        { ...fourth, state: 'started' },
        { id: 'own-1', own: { name: '食堂改造', costWan: 12, months: 2, effort: 1 } },
      ];
      const again = planFor(mill, {}, kept);
      const byId = new Map(again.planned.map((entry) => [entry.item.id, entry]));
      expect(byId.get(first.id)?.item).toEqual(kept[0]);
      expect(byId.get(first.id)?.span.start).toBeGreaterThanOrEqual(18);
      expect(byId.get(second.id)?.cost.planned).toBe(0);
      expect(byId.has(third.id)).toBe(false);
      expect(byId.get(fourth.id)?.item.state).toBe('started');
      expect(byId.get('own-1')?.cost.planned).toBe(12);
      expect(again.cost.planned).toBeCloseTo(
        [...byId.values()].reduce((sum, { cost }) => sum + cost.planned, 0),
        6,
      );
    }
  });

  it('says by how much what must be in it does not fit', () => {
    const [{ mill } = { mill: undefined }] = made;
    if (mill === undefined) throw new Error('no mill');
    const own: PlanItem = { id: 'own-1', own: { name: '新厂房', costWan: 500 } };
    const outcome = outcomeFor(mill, { budgetWan: 100 }, [own]);
    expect(outcome).toEqual({ kind: 'does-not-fit', over: { costWan: 400, months: 0, excludes: [] } });
  });

  it('of a kept plan is measured by the best of its aim: proved where it is that, behind it where it was changed', () => {
    for (const { mill, request, plan } of made.slice(0, 2)) {
      const items = plan.planned.map(({ item }) => item);
      const keptWith = (kept: readonly PlanItem[]) =>
        planAsKept(
          mill.mill,
          { madeOn: '2026-11-30' as never, diagnosis: mill.mill.diagnosis.id, request, items: [...kept] },
          planContext,
        );
      const same = keptWith(items);
      if (same.kind !== 'plan') throw new Error('the kept plan is refused');
      expect([same.plan.proven, same.plan.gap]).toEqual([plan.proven, plan.gap]);
      expect(same.plan.cost).toEqual(plan.cost);
      const changed = keptWith(items.slice(1));
      if (changed.kind !== 'plan') throw new Error('the changed plan is refused');
      expect(changed.plan.proven).toBe(false);
    }
  });

  it('takes quotes for the whole measure: their median, with their extremes as range', () => {
    const [{ mill, plan } = { mill: undefined, plan: undefined }] = made;
    const [first] = plan?.planned ?? [];
    if (mill === undefined || first === undefined) throw new Error('no plan');
    const quotes = [40, 10, 30, 20].map((wan, i) => ({ supplier: `供应商${i + 1}`, wan }));
    const again = planFor(mill, {}, [{ ...first.item, quotes, locked: true }]);
    expect(again.planned.find(({ item }) => item.id === first.item.id)?.cost).toMatchObject({
      low: 10,
      planned: 25,
      high: 40,
      origin: 'quote',
    });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benefitOfLines, paybackOf, wanOf, type SavingLine } from '#assessments/planning/benefit.ts';
import type { Catalogue } from '#assessments/planning/catalogue.ts';
import type { Pull } from '#assessments/planning/pull.ts';
import { savedOf, type Saver } from '#assessments/planning/savings.ts';
import { monthsAfter, monthsBetween, schedule, type Task } from '#assessments/planning/schedule.ts';
import { planOf } from '#assessments/planning/plan-of.ts';
import { unitsOf } from '#assessments/planning/units.ts';
import { Measure } from '#assessments/schema/measure.ts';
import { workedCases } from '#tests/golden/worked-cases.ts';
import { PROJECT } from '#tests/support/cli.ts';
import { solve } from '#tests/support/highs-node.ts';
import { catalogue, sketchedMill } from '#tests/support/plans.ts';

/** The two measures of the weaving mill's case. */
function smallCatalogue(): Catalogue {
  const [model] = catalogue.measures;
  const measureOf = (id: string, from: number, rung: number, wan: number, requires: string[]) =>
    Measure.parse({
      ...model,
      id,
      lifts: [{ question: 'IM-OUT-02', from, rung }],
      effects: [],
      scope: null,
      inPlaceAt: [],
      requires,
      excludes: [],
      applies: {},
      cost: { ...model?.cost, fixed: { low: wan, planned: wan, high: wan }, per: null, fee: null },
    });
  const measures = [measureOf('AA01', 2, 4, 10, []), measureOf('AA02', 4, 5, 30, ['AA01'])];
  return { ...catalogue, measures, byId: new Map(measures.map((measure) => [measure.id, measure])) };
}

interface PlannedCase {
  readonly budgetWan: number;
  readonly measures: readonly string[];
  readonly points: number;
  readonly score: number;
}

const same = (planned: number) => ({ low: planned, planned, high: planned });
const effect = { basis: { 'zh-CN': '', en: '' }, source: null, mark: 'proposal' as const };
const NOTHING: Pull = {
  shares: [],
  losses: [],
  adds: [],
  generates: [],
  persons: [],
  others: [],
  fee: null,
  reaches: [],
  connects: null,
};

function saver(use: string, share: number, isDeep = true): Saver {
  const flow = { kind: 'flow' as const, flow: 'heat' as const, endUse: use, share: same(share), ...effect };
  return { pull: { ...NOTHING, shares: [{ stream: 'steam', use, share: same(share), effect: flow }] }, isDeep };
}

describe('the case worked by hand', () => {
  it('comes out as docs/method.md prints it, through the real offers, choice and scoring', () => {
    const page = readFileSync(join(PROJECT, 'docs', 'method.md'), 'utf8');
    const printed = /```json planned\n(?<cases>[\s\S]*?)\n```/.exec(page)?.groups?.['cases'] ?? '[]';
    const cases = JSON.parse(printed) as PlannedCase[];
    expect(cases).toHaveLength(3);
    const worked = workedCases().find(({ name }) => name === 'weaving mill, intelligent manufacturing');
    const { mill } = sketchedMill(worked?.mill ?? {});
    const context = { catalogue: smallCatalogue(), solve };
    for (const { budgetWan, measures, points, score } of cases) {
      const outcome = planOf(mill, { budgetWan }, [], context);
      if (outcome.kind !== 'plan') throw new Error(outcome.kind);
      const { plan } = outcome;
      expect(plan.planned.map(({ item }) => item.id)).toEqual(measures);
      expect(plan.proven).toBe(true);
      const after = plan.expected.scores.packs['intelligent-manufacturing']?.score?.low ?? 0;
      expect(after).toBeCloseTo(score, 9);
      expect(after - (mill.scores.packs['intelligent-manufacturing']?.score?.low ?? 0)).toBeCloseTo(points, 9);
      expect(plan.alternatives.money.measures).toEqual([]);
      expect(plan.benefit).toBeNull();
    }
  });

  it('tells the own effect of a measure from that of the whole', () => {
    const worked = workedCases().find(({ name }) => name === 'weaving mill, intelligent manufacturing');
    const { mill } = sketchedMill(worked?.mill ?? {});
    const outcome = planOf(mill, { budgetWan: 40 }, [], { catalogue: smallCatalogue(), solve });
    if (outcome.kind !== 'plan') throw new Error(outcome.kind);
    const own = (id: string) => outcome.plan.ownEffect(id)['intelligent-manufacturing'] ?? 0;
    expect(own('AA01')).toBeCloseTo(0.2, 9);
    expect(own('AA02')).toBeCloseTo(0.2, 9);
  });

  it('saves of end uses what is left of them, and gives each its part', () => {
    const split = {
      water: new Map(),
      electricity: new Map(),
      heat: new Map([
        ['heat-stenter', 0.25],
        ['heat-dyeing', 0.75],
      ]),
    };
    const recovery = saver('heat-stenter', 0.25 * (3 / 6));
    const insulation = saver('all', 0.05);
    expect(savedOf('steam', [recovery], { split }).whole).toBeCloseTo(0.03125, 12);
    const both = savedOf('steam', [recovery, insulation], { split });
    expect(both.whole).toBeCloseTo(0.0796875, 12);
    expect(both.parts.get(recovery)?.planned).toBeCloseTo(0.030649038, 8);
    expect((both.parts.get(recovery)?.planned ?? 0) + (both.parts.get(insulation)?.planned ?? 0)).toBeCloseTo(
      both.whole,
      12,
    );
  });

  it('saves no more than management can without reuse or new machines, and no more than 60 % with them', () => {
    const split = { water: new Map(), electricity: new Map(), heat: new Map() };
    const whole = (deep: boolean) =>
      savedOf('steam', [saver('all', 0.5, deep), saver('all', 0.5, false)], { split }).whole;
    expect(whole(false)).toBe(0.35);
    expect(whole(true)).toBe(0.6);
  });

  it('pays back by the year, with nothing where there is nothing to divide by', () => {
    const line = (fact: SavingLine['fact'], quantity: number, price: number | null): SavingLine => ({
      fact,
      quantity: same(quantity),
      price,
      priceOrigin: price === null ? null : 'mill',
      what: null,
      origin: null,
    });
    const steam = line('energy.steam', 8200, 58);
    expect(wanOf(steam, 8200)).toBeCloseTo(47.56, 9);
    expect(wanOf(line('people.employees', 2, 8), 2)).toBe(16);
    const fee = line('fee', -20_000, 1);
    const benefit = benefitOfLines([steam, fee]);
    expect(benefit?.planned).toBeCloseTo(45.56, 9);
    expect(benefit?.cautious).toBeCloseTo(0.3 * 47.56 - 2, 9);
    expect(paybackOf({ low: 90, planned: 105, high: 120 }, benefit)?.planned).toBeCloseTo(105 / 45.56, 9);
    expect(benefitOfLines([line('energy.steam', 8200, null)])).toBeNull();
    expect(paybackOf(same(10), null)).toBeNull();
    expect(paybackOf(same(10), benefitOfLines([fee]))).toEqual({
      low: null,
      planned: null,
      high: null,
      cautious: null,
    });
  });

  it('counts machines that lack a feature, those of unknown features too, and none where the register is complete without them', () => {
    const scope = { kinds: ['stenter'], lacks: 'heat-recovery', typical: { micro: 1, small: 2, medium: 4, large: 8 } };
    const lines = [
      { kind: 'stenter', count: 4, with: { 'heat-recovery': 3 } },
      { kind: 'stenter', count: 2 },
    ];
    expect(unitsOf(scope, { machines: lines }, 'medium')).toEqual({
      lacking: 3,
      count: 6,
      isCounted: true,
      isKnown: false,
    });
    expect(unitsOf(scope, {}, 'medium')).toEqual({ lacking: 4, count: 4, isCounted: false, isKnown: false });
    expect(unitsOf(scope, { machines: [], 'machines.complete': ['all'] }, 'medium')).toEqual({
      lacking: 0,
      count: 0,
      isCounted: true,
      isKnown: true,
    });
    const old = [
      { kind: 'stenter', count: 2, since: 2005, with: { 'heat-recovery': 0 } },
      { kind: 'stenter', count: 4, since: 2020, with: { 'heat-recovery': 0 } },
    ];
    expect(unitsOf({ ...scope, builtBefore: 2012 }, { machines: old } as never, 'small')).toEqual({
      lacking: 2,
      count: 6,
      isCounted: true,
      isKnown: true,
    });
  });
});

describe('the schedule', () => {
  const task = (change: Partial<Task>): Task => ({
    cost: 10,
    effort: 1,
    months: 3,
    requires: [],
    notBefore: 0,
    given: null,
    ...change,
  });
  const free = { people: 1, parallel: 6, phaseBudgets: [null, null, null] };

  it('starts each in the first month that people, number at once, money and prerequisites allow', () => {
    expect(schedule([task({}), task({ requires: [0] })], free)).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ]);
    expect(schedule([task({ effort: 3 }), task({ effort: 3 })], free)).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ]);
    expect(schedule([task({}), task({})], { ...free, parallel: 1 })).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ]);
    expect(schedule([task({}), task({})], { ...free, phaseBudgets: [15, null, null] })).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
  });

  it('takes as long as its effort needs, rounded up, and not before its phase', () => {
    expect(schedule([task({ effort: 2, months: 1 })], { ...free, people: 0.3 })).toEqual([{ start: 0, end: 7 }]);
    expect(schedule([task({ notBefore: 6 })], free)).toEqual([{ start: 6, end: 9 }]);
    expect(schedule([task({ given: { start: 4, end: 5 } })], free)).toEqual([{ start: 4, end: 5 }]);
  });

  it('counts months as calendars do', () => {
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAfter('2026-01-15', 12)).toBe('2027-01-15');
    expect(monthsBetween('2026-11-30', '2027-02-28')).toBe(3);
    expect(monthsBetween('2026-01-15', '2026-03-20')).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import { offersFor } from '#assessments/planning/offer.ts';
import { resultPlan } from '#assessments/planning/result-plan.ts';
import type { MachineLine } from '#assessments/schema/machines.ts';
import { ResultPlan } from '#assessments/schema/plan.ts';
import type { ScoredMill as Mill } from '#assessments/scoring/scored-mill.ts';
import { choosingFor, demoJson, scoredFrom } from '#tests/support/planning-cases.ts';
import { catalogue, outcomeFor, planFor, plannedMillFor, type ScoredMill } from '#tests/support/plans.ts';

describe('what a mill has', () => {
  const withFacts = (mill: Mill, change: object): ScoredMill => {
    const year = String(mill.diagnosis.year);
    const dossier = JSON.parse(JSON.stringify(mill.dossier)) as { facts: Record<string, object> };
    const changed = scoredFrom({
      ...dossier,
      facts: { ...dossier.facts, [year]: { ...dossier.facts[year], ...change } },
    });
    return { mill: changed, scored: changed.scores };
  };

  it('is not bought again: a register with no unit lacking never gets the measure', () => {
    const mill = scoredFrom(demoJson('demo-dyeing'));
    const scoped = catalogue.measures.filter(({ scope }) => scope !== null && scope.lacks !== null);
    const lines = new Map<string, MachineLine>();
    for (const { scope } of scoped)
      for (const kind of scope?.kinds ?? []) {
        const line = lines.get(kind) ?? {
          kind,
          count: 4,
          since: 2024 as never,
          digital: 4,
          networked: 4,
          onCloud: 4,
          with: {},
        };
        const lacks = scope?.lacks ?? '';
        lines.set(kind, {
          ...line,
          with: ['digital', 'networked', 'onCloud'].includes(lacks) ? line.with : { ...line.with, [lacks]: 4 },
        });
      }
    const full = withFacts(mill, { machines: [...lines.values()], 'machines.complete': ['all'] });
    const offered = new Set(offersFor(plannedMillFor(full), {}, []).map(({ measure }) => measure.id));
    expect(scoped.length).toBeGreaterThan(20);
    expect(scoped.filter(({ id }) => offered.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('is worth more at a higher price, for each measure that adds no use of that flow', () => {
    const mill = scoredFrom(demoJson('demo-dyeing'));
    const dear = withFacts(mill, {
      'price.electricity': 1.5,
      'price.steam': 150,
      'water.price': 12,
      'water.wastewater-cost': 9,
    });
    const cheap = withFacts(mill, {
      'price.electricity': 0.5,
      'price.steam': 40,
      'water.price': 3,
      'water.wastewater-cost': 2,
    });
    const [more, less] = [plannedMillFor(dear), plannedMillFor(cheap)];
    const offers = new Map(offersFor(less, {}, []).map((offer) => [offer.measure.id, offer]));
    let compared = 0;
    for (const offer of offersFor(more, {}, [])) {
      const other = offers.get(offer.measure.id);
      if (other === undefined || offer.pull.adds.length > 0) continue;
      const [high, low] = [more.benefitAlone(offer), less.benefitAlone(other)];
      if (high === null || low === null) continue;
      compared += 1;
      expect(high.planned, offer.measure.id).toBeGreaterThanOrEqual(low.planned - 1e-9);
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('that nobody told has no plan, but what to fill in and no more than ten measures to talk about', () => {
    const blank = { ...demoJson('demo-garment') } as { diagnoses: Record<string, unknown>[]; plan?: unknown };
    const [diagnosis] = blank.diagnoses;
    const mill = scoredFrom({ ...blank, plan: undefined, diagnoses: [{ ...diagnosis, answers: {} }], facts: {} });
    const outcome = outcomeFor({ mill }, { budgetWan: 300 });
    if (outcome.kind !== 'too-little-known') throw new Error('a plan for a mill that said nothing');
    expect(outcome.missing[0]?.kind).toBe('gate');
    expect(outcome.missing.length).toBeGreaterThan(50);
    expect(outcome.candidates.length).toBeLessThanOrEqual(10);
    const told = resultPlan(outcome, { roleOf: () => null, support: [], firm: {} });
    expect(ResultPlan.parse(told)).toEqual(told);
  });

  it('gives a choice that the same mill with unknown answers does not buy lifts of what is unknown', () => {
    const json = demoJson('demo-garment') as { diagnoses: { answers: Record<string, unknown> }[] };
    const answers = Object.entries(json.diagnoses[0]?.answers ?? {});
    const cut = Object.fromEntries(
      answers.map(([id, answer], i) => [id, i % 4 === 0 ? { self: { unknown: '' } } : answer]),
    );
    const mill = scoredFrom({ ...json, diagnoses: [{ ...json.diagnoses[0], answers: cut }] });
    const { offers } = choosingFor(mill, {});
    const plan = planFor({ mill }, { budgetWan: 300 });
    const unknown = new Set(answers.filter((_, i) => i % 4 === 0).map(([id]) => id));
    for (const [id, pack] of Object.entries(plan.expected.scores.packs))
      for (const { question, points } of pack.trace)
        if (unknown.has(question) && points.high > points.low) expect(points.low, `${id} ${question}`).toBe(0);
    expect(plan.verify.filter(({ id }) => unknown.has(id)).length).toBeGreaterThan(5);
    expect(offers.length).toBeGreaterThan(20);
  });
});

import { describe, expect, it } from 'vitest';
import { keptView, type KeptView } from '#assessments/planning/kept-view.ts';
import { planAsKept, planOf } from '#assessments/planning/plan-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import type { PlanRequest, StoredPlan } from '#assessments/schema/plan.ts';
import { nodeSolver } from '#electron/cli/node-solver.ts';
import { planContextOn } from '#renderer/documents/composer/plan-references.ts';
import { demoJson } from '#tests/support/demo-json.ts';
import { AS_OF, scoredMillOf } from '#tests/support/dossiers.ts';

const context = { ...planContextOn(AS_OF), solve: await nodeSolver() };
/** One topic counts, so that the aims are solved in moments. */
const request: PlanRequest = {
  budgetWan: 60,
  people: 1,
  aim: 'balanced',
  topics: {
    'intelligent-manufacturing': { weight: 0 },
    'cloud-adoption': { weight: 0 },
    'green-factory': { weight: 0 },
  },
};

/** The plan that a demo mill would keep, and the mill. */
function made(id: string) {
  const mill = scoredMillOf(Dossier.parse(demoJson(id)));
  const outcome = planOf(mill, request, [], context);
  if (outcome.kind !== 'plan') throw new Error('no plan');
  const stored = { request, items: [...outcome.plan.itemsOf('balanced')], madeOn: AS_OF } as Pick<
    StoredPlan,
    'request' | 'items' | 'madeOn'
  >;
  return { mill, stored };
}

function viewOf(...[mill, stored]: [ReturnType<typeof made>['mill'], ReturnType<typeof made>['stored']]): KeptView {
  const kept = keptView(mill, stored, context);
  if (kept.kind !== 'view') throw new Error('too little known');
  return kept.view;
}

const figures = ({ cost, benefit, payback, targets, gatesOpen, expected, planned }: KeptView) => ({
  cost,
  benefit,
  payback,
  targets,
  gatesOpen,
  scores: expected.scores,
  planned: planned.map(({ item, span, cost: own }) => ({ id: item.id, span, own })),
});

describe.each(['demo-dyeing', 'demo-garment', 'demo-spinning'])('the kept plan of %s', (id) => {
  const { mill, stored } = made(id);
  const view = viewOf(mill, stored);

  it('is shown without a solver as the plan itself is', () => {
    const outcome = planAsKept(mill, { ...stored, diagnosis: mill.diagnosis.id }, context);
    if (outcome.kind !== 'plan') throw new Error('no plan');
    expect(view.planned.length).toBeGreaterThan(1);
    expect(figures(view)).toEqual(figures(outcome.plan));
  });

  it('with one more measure comes to what the plan with that measure comes to', () => {
    const inPlan = new Set(stored.items.map((item) => item.id));
    const others = view.offers.filter(({ measure }) => !inPlan.has(measure.id));
    expect(others.length).toBeGreaterThan(5);
    for (const { measure } of others.slice(0, 8)) {
      const { added, cost, benefit, expected } = view.whatIf(measure.id);
      const more = added.map((offer) => ({ id: offer.measure.id }));
      const then = viewOf(mill, { ...stored, items: [...stored.items, ...more] });
      expect(then.cost.planned).toBeCloseTo(cost.planned, 9);
      expect(then.benefit?.planned ?? null).toEqual(benefit === null ? null : expect.closeTo(benefit.planned, 6));
      expect(then.expected.scores.packs).toEqual(expected.scores.packs);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { chooseForAims, evaluator, type ChoiceValue } from '#assessments/planning/choose.ts';
import type { Choosing } from '#assessments/planning/choosing.ts';
import { PAINS } from '#assessments/schema/measure.ts';
import { AIMS, type Aim } from '#assessments/schema/plan.ts';
import { catalogue, policies } from '#renderer/documents/composer/plan-references.ts';
import { randomStream } from '#tests/support/random-stream.ts';
import { solve } from '#tests/support/highs-node.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { catalogueOf, choosingFor, demoJson, DEMOS, scoredFrom } from '#tests/support/planning-cases.ts';

const CASES = longOrShort(60, 6);
const MEASURES = 8;
const WITHIN = 1e-6;

/** Every choice that keeps money, people, prerequisites and exclusions. */
function everyChoice({ offers, limits, forced }: Choosing): number[][] {
  const place = new Map(offers.map(({ measure }, i) => [measure.id as string, i]));
  const all: number[][] = [];
  for (let bits = 0; bits < 2 ** offers.length; bits += 1) {
    const chosen = offers.flatMap((_, i) => ((bits >> i) & 1 ? [i] : []));
    const members = chosen.flatMap((i) => offers[i] ?? []);
    const has = (id: string) => members.some(({ measure }) => measure.id === id);
    const isAllowed =
      members.reduce((sum, { cost }) => sum + cost.planned, 0) <= limits.money + 1e-9 &&
      members.reduce((sum, { measure }) => sum + measure.effort, 0) <= limits.months + 1e-9 &&
      members.every(
        ({ requires, measure }) => requires.every((id) => !place.has(id) || has(id)) && !measure.excludes.some(has),
      ) &&
      [...forced].every((id) => !place.has(id) || has(id));
    if (isAllowed) all.push(chosen);
  }
  return all;
}

type Worth = (value: ChoiceValue) => number;
const STEPS: readonly Worth[] = [(v) => v.gates, (v) => v.conditions, (v) => v.pains];

/** The best value of each step, one after the other, among all choices. */
function bestOf(
  values: readonly ChoiceValue[],
  steps: readonly Worth[],
): { left: readonly ChoiceValue[]; best: number[] } {
  let left = values;
  const best = steps.map((step) => {
    const most = Math.max(...left.map(step));
    left = left.filter((value) => step(value) >= most - 1e-7);
    return most;
  });
  return { left, best };
}

function stepsOf(aim: Aim, values: readonly ChoiceValue[]): readonly Worth[] {
  const targets: Worth = (v) => v.targets;
  const money: Worth = (v) => v.money;
  const points: Worth = (v) => v.points;
  if (aim === 'level') return [...STEPS, targets, money, points];
  if (aim === 'money') return [...STEPS, money, points];
  const { left } = bestOf(values, [...STEPS, targets]);
  const most = { points: Math.max(...left.map(points)), money: Math.max(...left.map(money)) };
  return [
    ...STEPS,
    targets,
    (v) => (most.points > 0 ? v.points / most.points : 0) + (most.money > 0 ? v.money / most.money : 0),
  ];
}

describe('the choice of a plan', () => {
  it(`is for each aim as good as the best of all choices, step by step, on ${CASES} small catalogues`, () => {
    const tally = { cases: 0, withGates: 0, withTargets: 0, withMoney: 0, unproved: 0 };
    for (let seed = 1; seed <= CASES; seed += 1) {
      const random = randomStream(seed);
      const mill = scoredFrom(demoJson(DEMOS[seed % DEMOS.length] ?? 'demo-dyeing'));
      const whole = choosingFor(mill, {});
      const ids = new Set<string>();
      while (ids.size < Math.min(MEASURES, whole.offers.length)) {
        const offer = whole.offers[Math.floor(random() * whole.offers.length)];
        if (offer !== undefined) ids.add(offer.measure.id);
      }
      const steps = policies.recognitions.flatMap((ladder) => ladder.steps);
      const request = {
        budgetWan: Math.round(20 + 400 * random()),
        people: 0.2 + random(),
        pains: PAINS.filter(() => random() < 0.3),
        ...(random() < 0.3 ? { recognition: steps[Math.floor(random() * steps.length)]?.id } : {}),
      };
      const choosing = choosingFor(mill, request, catalogueOf(ids, catalogue));
      const evaluate = evaluator(choosing);
      const values = everyChoice(choosing).map(evaluate);
      const found = chooseForAims(choosing, solve);
      if (found === null) throw new Error(`seed ${seed} does not fit`);
      for (const aim of AIMS) {
        const { value, proven } = found.byAim[aim];
        const worths = stepsOf(aim, values);
        const { best } = bestOf(values, worths);
        const said = `seed ${seed} ${aim} ${[...ids].join(' ')}`;
        if (!proven) tally.unproved += 1;
        worths.forEach((worth, i) => {
          const most = best[i] ?? 0;
          expect(worth(value), `${said} step ${i}`).toBeGreaterThanOrEqual(most - WITHIN * Math.max(1, Math.abs(most)));
        });
        tally.cases += 1;
        if (value.gates > 0) tally.withGates += 1;
        if (value.targets > 0) tally.withTargets += 1;
        if (value.money > 1) tally.withMoney += 1;
      }
    }
    expect(tally.unproved).toBe(0);
    expect(tally.withTargets).toBeGreaterThan(0);
  }, 600_000);
});

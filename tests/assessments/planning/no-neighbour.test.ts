import { describe, expect, it } from 'vitest';
import { chooseForAims, type ChoiceValue } from '#assessments/planning/choose.ts';
import { choiceModel } from '#assessments/planning/choice-model.ts';
import { scaledBy, sumOfExpressions } from '#assessments/planning/linear-model.ts';
import { AIMS, type Aim } from '#assessments/schema/plan.ts';
import { solve } from '#tests/support/highs-node.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { choosingFor, demoJson, DEMOS, scoredFrom } from '#tests/support/planning-cases.ts';
import { randomStream } from '#tests/support/random-stream.ts';

const EXCHANGES = longOrShort(3000, 300);

/** The real catalogue is too large to try every choice; a choice that is the best has no better neighbour. */
describe.each(DEMOS)('what the aims choose for %s without pains', (name) => {
  const choosing = choosingFor(scoredFrom(demoJson(name)), { budgetWan: 300 });
  const found = chooseForAims(choosing, solve);
  if (found === null) throw new Error('nothing has to be in this plan');
  const { byAim, evaluate } = found;

  it('has no better neighbour by one measure more, less or exchanged', () => {
    for (const aim of AIMS) {
      const { chosen, value, proven } = byAim[aim];
      expect(proven, aim).toBe(true);
      const here = worthsOf(aim, value);
      for (const neighbour of neighboursOf(chosen)) {
        const there = evaluate(neighbour);
        const worths = worthsOf(aim, there);
        const first = worths.findIndex((worth, i) => !isAlike(worth, here[i] ?? 0));
        const isBetter =
          first >= 0
            ? (worths[first] ?? 0) > (here[first] ?? 0)
            : aim === 'balanced' && isMore(there.money, value.money) && isMore(there.points, value.points);
        expect(isBetter, `${aim}: ${neighbour.join(' ')}`).toBe(false);
      }
    }
  });

  it('is never above what its model says is the most', () => {
    const { model, money, points } = choiceModel(choosing);
    const mixes = [
      { money: 1, points: 0 },
      { money: 0, points: 1 },
      { money: 1 / byAim.money.value.money, points: 1 / byAim.balanced.value.points },
    ];
    for (const mix of mixes) {
      const objective = sumOfExpressions([scaledBy(mix.money, money), scaledBy(mix.points, points)]);
      const bound = model.maximise(objective, {}, solve)?.bound ?? -Infinity;
      for (const { value } of Object.values(byAim)) {
        const worth = mix.money * value.money + mix.points * value.points;
        expect(bound).toBeGreaterThanOrEqual(worth - 1e-6 * Math.max(1, Math.abs(worth)));
      }
    }
  });

  /** What an aim compares, step by step; of balanced the steps before money and points. */
  function worthsOf(aim: Aim, { gates, conditions, pains, targets, money, points }: ChoiceValue): number[] {
    const common = [gates, conditions, pains];
    if (aim === 'money') return [...common, money, points];
    return aim === 'level' ? [...common, targets, money, points] : [...common, targets];
  }

  /** One more, one less, and exchanges of one for another, of which some are tried. */
  function neighboursOf(chosen: readonly number[]): number[][] {
    const here = new Set(chosen);
    const others = [...choosing.offers.keys()].filter((item) => !here.has(item));
    const sorted = (items: readonly number[]) => [...items].sort((a, b) => a - b);
    const random = randomStream(20261130);
    const exchanges = Array.from({ length: EXCHANGES }, () => {
      const out = chosen[Math.floor(random() * chosen.length)] ?? -1;
      return sorted([...chosen.filter((item) => item !== out), others[Math.floor(random() * others.length)] ?? 0]);
    });
    const near = [
      ...others.map((item) => sorted([...chosen, item])),
      ...chosen.map((out) => chosen.filter((item) => item !== out)),
      ...exchanges,
    ];
    return near.filter(fits);
  }

  function fits(items: readonly number[]): boolean {
    const members = items.flatMap((item) => choosing.offers[item] ?? []);
    const ids = new Set<string>(members.map(({ measure }) => measure.id));
    return (
      members.reduce((sum, { cost }) => sum + cost.planned, 0) <= choosing.limits.money &&
      members.reduce((sum, { measure }) => sum + measure.effort, 0) <= choosing.limits.months &&
      members.every(
        ({ requires, measure }) => requires.every((id) => ids.has(id)) && !measure.excludes.some((id) => ids.has(id)),
      )
    );
  }
});

const isAlike = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
const isMore = (a: number, b: number) => a > b && !isAlike(a, b);

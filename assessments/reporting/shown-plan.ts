import { paybackOf, REALISED_SHARE, sumOfBenefits, wanOf, type Benefit, type SavingLine } from '../planning/benefit.ts';
import type { CostOf } from '../planning/cost-of.ts';
import type { Alternative, ImprovementPlan } from '../planning/plan-of.ts';
import type { PlannedMeasure } from '../planning/planned-measures.ts';
import type { Range } from '../schema/measure.ts';
import { rounded } from '../scoring/shown-number.ts';

/**
 * A plan with its money as documents show it: each line to 0.1 of 10k yuan, and every total the sum of its lines as shown, so
 * that whoever adds a column up finds the figure below it. Paybacks of measures stay those of the unrounded money.
 */
export function shownPlan(plan: ImprovementPlan): ImprovementPlan {
  const planned = plan.planned.map(shownMeasure);
  const cost = sumOfCosts(planned.map((entry) => entry.cost));
  const benefit = roundedBenefit(sumOfBenefits(planned.map((entry) => entry.benefit)));
  const money = { cost, benefit, payback: paybackOf(cost, benefit) };
  const chosen = plan.offers
    .filter(({ measure }) => planned.some(({ offer }) => offer?.measure === measure))
    .map(({ measure }) => measure.id as string)
    .sort();
  const shownAlternative = (one: Alternative): Alternative =>
    one.measures.join(' ') === chosen.join(' ') ? { ...one, ...money } : one;
  const { level, money: cheap, balanced } = plan.alternatives;
  return {
    ...plan,
    ...money,
    planned,
    alternatives: {
      level: shownAlternative(level),
      money: shownAlternative(cheap),
      balanced: shownAlternative(balanced),
    },
  };
}

/** What a saving line is worth as shown, 10k yuan; 0 without a price. */
export function shownWan(line: SavingLine): Benefit {
  const { low, planned, high } = line.quantity;
  const worth = rounded(wanOf(line, planned));
  return {
    low: rounded(wanOf(line, low)),
    planned: worth,
    high: rounded(wanOf(line, high)),
    cautious: rounded(worth > 0 ? REALISED_SHARE * worth : worth),
  };
}

function shownMeasure(entry: PlannedMeasure): PlannedMeasure {
  const { cost, benefit, lines } = entry;
  const priced = lines.filter(({ price }) => price !== null);
  return {
    ...entry,
    cost: { ...cost, ...roundedRange(cost) } satisfies CostOf,
    benefit: roundedBenefit(priced.length === 0 ? benefit : sumOfBenefits(priced.map(shownWan))),
  };
}

function sumOfCosts(all: readonly Range[]): Range {
  const sum = (of: (one: Range) => number) => all.reduce((total, one) => total + of(one), 0);
  return roundedRange({
    low: sum(({ low }) => low),
    planned: sum(({ planned }) => planned),
    high: sum(({ high }) => high),
  });
}

function roundedRange({ low, planned, high }: Range): Range {
  return { low: rounded(low), planned: rounded(planned), high: rounded(high) };
}

function roundedBenefit(benefit: Benefit | null): Benefit | null {
  return benefit === null ? null : { ...roundedRange(benefit), cautious: rounded(benefit.cautious) };
}

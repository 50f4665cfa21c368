import { sumOfBenefits, type Benefit, type SavingLine } from '../planning/benefit.ts';
import type { PlannedMeasure } from '../planning/planned-measures.ts';
import { needsVerification } from '../schema/marks.ts';
import { rounded } from '../scoring/shown-number.ts';
import { shownWan } from './shown-plan.ts';

/** What a yearly benefit comes from: a flow that is saved, own generation, losses, people, another cost, a measure of the mill's own, fees. */
export const BENEFIT_FLOWS = [
  'water',
  'electricity',
  'steam',
  'gas',
  'coal',
  'generation',
  'losses',
  'people',
  'other',
  'own',
  'fee',
] as const;
export type BenefitFlow = (typeof BENEFIT_FLOWS)[number];

/** One flow's part of a benefit, 10k yuan a year; fees and what is used more are negative. */
export interface FlowBenefit extends Benefit {
  readonly flow: BenefitFlow;
  /** Whether a share or a price in it is ours or still to be verified. */
  readonly isEstimate: boolean;
}

/** The benefit of measures as shown, by what it comes from, in the order of the list: it sums to that of the plan as shown. Empty where nothing has a price. */
export function benefitByFlow(planned: readonly PlannedMeasure[]): FlowBenefit[] {
  const lines = planned.flatMap((entry) => entry.lines);
  return BENEFIT_FLOWS.flatMap((flow): FlowBenefit[] => {
    const mine = lines.filter((line) => flowOf(line) === flow && line.price !== null);
    const parts =
      flow === 'own' ? planned.map((entry) => (entry.offer === null ? entry.benefit : null)) : mine.map(shownWan);
    const sum = sumOfBenefits(parts);
    if (sum === null) return [];
    const { low, planned: middle, high, cautious } = sum;
    return [
      {
        flow,
        low: rounded(low),
        planned: rounded(middle),
        high: rounded(high),
        cautious: rounded(cautious),
        isEstimate: mine.some(isEstimated),
      },
    ];
  });
}

function flowOf({ fact }: SavingLine): BenefitFlow {
  if (fact === 'fee' || fact === 'other') return fact;
  if (fact === 'people.employees') return 'people';
  if (fact === 'energy.renewable.pv') return 'generation';
  if (fact.startsWith('loss.')) return 'losses';
  if (fact.startsWith('water.')) return 'water';
  return (['steam', 'gas', 'coal'] as const).find((stream) => fact === `energy.${stream}`) ?? 'electricity';
}

function isEstimated({ origin, priceOrigin }: SavingLine): boolean {
  return priceOrigin === 'reference' || (origin !== null && needsVerification(origin.mark));
}

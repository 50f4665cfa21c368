import { paybackOf, priceOfLine, REALISED_SHARE, type SavingLine } from '../planning/benefit.ts';
import { rounded } from '../scoring/shown-number.ts';
import type { PlannedMill } from './planned-mill.ts';
import { shownWan } from './shown-plan.ts';

/** Factors on the prices of water and energy, and the shares of the planned savings that come true. */
export const PRICE_FACTORS = [0.8, 1, 1.2] as const;
export const REALISED_SHARES = [REALISED_SHARE, 0.6, 1] as const;

/** What a plan brings if prices and savings turn out otherwise: 10k yuan a year and years, null where nothing pays it back. */
export interface SensitivityCase {
  readonly price: number;
  readonly realised: number;
  readonly benefitWan: number;
  readonly paybackYears: number | null;
}

/**
 * The plan under every price and realised share, price by price. What it adds in use is counted in full, and the mill's own
 * figures as it gave them; prices of water and energy alone change. Null where nothing is priced.
 */
export function sensitivityOf({ plan, open }: PlannedMill): readonly SensitivityCase[] | null {
  if (plan.benefit === null) return null;
  return PRICE_FACTORS.flatMap((price) =>
    REALISED_SHARES.map((realised) => {
      const benefitWan = rounded(
        open.reduce(
          (total, { lines, benefit }) =>
            total +
            (lines.length === 0
              ? (benefit?.planned ?? 0)
              : lines.reduce((sum, line) => sum + lineWan(line, price, realised), 0)),
          0,
        ),
      );
      const years = paybackOf(plan.cost, { low: 0, high: 0, cautious: 0, planned: benefitWan })?.planned ?? null;
      return { price, realised, benefitWan, paybackYears: years };
    }),
  );
}

/** A saving under a price factor and a realised share, as shown. */
function lineWan(line: SavingLine, price: number, realised: number): number {
  const { planned } = shownWan(line);
  return rounded(planned * (hasMarketPrice(line) ? price : 1) * (planned > 0 ? realised : 1));
}

/** Whether it is reckoned with a price of water or energy. */
export function hasMarketPrice(line: SavingLine): boolean {
  const price = priceOfLine(line);
  return price !== null && price !== 'people.cost';
}

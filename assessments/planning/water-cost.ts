import { intake } from '../indicators/sums.ts';
import type { YearFacts } from '../schema/facts.ts';
import { PRICE_OF_STREAM, type Price, type PriceOf } from './benefit.ts';
import { HEAT_STREAMS, type MillFlows } from './flows.ts';

/** End uses of heat that warm water, so that less water of theirs is less heat too. */
export const WARMING_USES: readonly string[] = ['heat-pretreatment', 'heat-dyeing', 'heat-washing'];

export type WaterCostKind = 'intake' | 'discharge' | 'heat';

/** A part of what a cubic metre costs. */
export interface WaterCostPart {
  readonly kind: WaterCostKind;
  /** Yuan a year over the m3 taken in. */
  readonly yuan: number;
  /** The mill's own prices, a price that stands in, or a share of the heat that is an estimate. */
  readonly origin: Price['origin'] | 'estimate';
  /** Yuan: of a m3 taken in, of a m3 of wastewater, or all heat a year over the m3 taken in. */
  readonly price: number;
  /** What the price is multiplied by, 0..1: discharged over taken in, or the share of heat that warms water; 1 for the intake. */
  readonly share: number;
}

/** What a cubic metre of water that a mill takes in costs it from the intake to the outlet. */
export interface WaterCost {
  /** Yuan a m3: the sum of its parts. */
  readonly yuan: number;
  readonly parts: readonly WaterCostPart[];
  /** Parts that a mill like this has and that cannot be reckoned, since an amount or a price is missing. */
  readonly unknown: readonly WaterCostKind[];
}

/**
 * The true cost of a cubic metre in a mill, yuan for each m3 taken in: the price of the intake; the treatment and discharge
 * of what of it becomes wastewater (cost a m3 × discharged / taken in); in wet mills the heat of pretreatment, dyeing and
 * washing (steam, gas and coal at their prices × their share of the heat / taken in), which holds what evaporates and
 * radiates there too. Chemicals are no fact of a mill and not in it, but for those of the treatment. Null where nobody knows
 * what is taken in or what it costs.
 */
export function waterCost(
  facts: YearFacts,
  isWet: boolean,
  { use, split, dischargedShare }: Pick<MillFlows, 'use' | 'split' | 'dischargedShare'>,
  priceOf: PriceOf,
): WaterCost | null {
  const taken = intake(facts);
  const price = priceOf('water.price');
  if (taken === null || taken === 0 || price === null) return null;
  const parts: WaterCostPart[] = [
    { kind: 'intake', yuan: price.value, origin: price.origin, price: price.value, share: 1 },
  ];
  const unknown: WaterCostKind[] = [];
  const treatment = priceOf('water.wastewater-cost');
  if (dischargedShare === null || treatment === null) unknown.push('discharge');
  else
    parts.push({
      kind: 'discharge',
      yuan: treatment.value * dischargedShare,
      origin: treatment.origin,
      price: treatment.value,
      share: dischargedShare,
    });
  const warming = isWet ? WARMING_USES.reduce((sum, id) => sum + (split.heat.get(id) ?? 0), 0) : 0;
  if (warming > 0) {
    const heat = heatMoney(use, priceOf);
    if (heat === null) unknown.push('heat');
    else
      parts.push({
        kind: 'heat',
        yuan: (heat * warming) / taken,
        origin: 'estimate',
        price: heat / taken,
        share: warming,
      });
  }
  return { yuan: parts.reduce((sum, { yuan }) => sum + yuan, 0), parts, unknown };
}

/** What the mill's heat costs a year, yuan; null where it uses none or a part of it has no price. */
function heatMoney(use: MillFlows['use'], priceOf: PriceOf): number | null {
  const used = HEAT_STREAMS.filter((stream) => (use[stream] ?? 0) > 0);
  if (used.length === 0) return null;
  return used.reduce<number | null>((sum, stream) => {
    const price = priceOf(PRICE_OF_STREAM[stream]);
    return sum === null || price === null ? null : sum + (use[stream] ?? 0) * price.value;
  }, 0);
}

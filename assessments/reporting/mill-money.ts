import { pricesOf, type PriceOf } from '../planning/benefit.ts';
import type { Catalogue } from '../planning/catalogue.ts';
import { flowsOf, type MillFlows } from '../planning/flows.ts';
import { waterCost, type WaterCost } from '../planning/water-cost.ts';
import { rounded } from '../scoring/shown-number.ts';
import type { Mill } from './report-input.ts';

type Valued = Pick<Mill, 'facts' | 'dossier' | 'green' | 'site' | 'plan' | 'refused' | 'references'>;

/** The catalogue that a mill's documents are made with; null where they are made without one. */
export function catalogueOf({
  plan,
  refused,
  references,
}: Pick<Mill, 'plan' | 'refused' | 'references'>): Catalogue | null {
  return plan?.catalogue ?? refused?.catalogue ?? references?.catalogue ?? null;
}

/** What a mill's flows are, and at which prices; null without a catalogue. */
export function flowsAndPrices(mill: Valued): { readonly flows: MillFlows; readonly priceOf: PriceOf } | null {
  const catalogue = catalogueOf(mill);
  if (catalogue === null) return null;
  const { facts, dossier, green } = mill;
  return {
    flows: flowsOf(facts.now, dossier.enterprise.subSectors, green.energy, catalogue),
    priceOf: pricesOf(facts.now, catalogue),
  };
}

/**
 * What a cubic metre costs this mill as documents show it: each part to 0.01 yuan, and the sum that of the parts as shown. Null
 * where it is not known, or without a catalogue.
 */
export function shownWaterCost(mill: Valued): WaterCost | null {
  const valued = flowsAndPrices(mill);
  const cost = valued === null ? null : waterCost(mill.facts.now, mill.site.wet, valued.flows, valued.priceOf);
  if (cost === null) return null;
  const parts = cost.parts.map((part) => ({ ...part, yuan: rounded(part.yuan, 2) }));
  return {
    ...cost,
    parts,
    yuan: rounded(
      parts.reduce((sum, { yuan }) => sum + yuan, 0),
      2,
    ),
  };
}

import { pricesOf } from '../planning/benefit.ts';
import type { Catalogue } from '../planning/catalogue.ts';
import { flowsOf } from '../planning/flows.ts';
import { waterCost, type WaterCost } from '../planning/water-cost.ts';
import { rounded } from '../scoring/shown-number.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import type { Mill } from './report-input.ts';

/** What of the catalogue money is reckoned with: what flows go into, and prices that stand in. */
export type PriceReferences = Pick<Catalogue, 'splitOf' | 'endUseNames' | 'prices'>;

/** The catalogue that a mill's documents are made with; null where they are made without one. */
export function catalogueOf({
  plan,
  refused,
  references,
}: Pick<Mill, 'plan' | 'refused' | 'references'>): Catalogue | null {
  return plan?.catalogue ?? refused?.catalogue ?? references?.catalogue ?? null;
}

/**
 * What a cubic metre costs a mill as documents show it: each part to 0.01 yuan, and the sum that of the parts as shown. Null
 * where it is not known.
 */
export function shownWaterCost(
  { facts, dossier, green, site }: Pick<ScoredMill, 'facts' | 'dossier' | 'green' | 'site'>,
  references: PriceReferences,
): WaterCost | null {
  const flows = flowsOf(facts.now, dossier.enterprise.subSectors, green.energy, references);
  const cost = waterCost(facts.now, site.wet, flows, pricesOf(facts.now, references));
  if (cost === null) return null;
  const parts = cost.parts.map((part) => ({ ...part, yuan: rounded(part.yuan, 2) }));
  const sum = parts.reduce((total, { yuan }) => total + yuan, 0);
  return { ...cost, parts, yuan: rounded(sum, 2) };
}

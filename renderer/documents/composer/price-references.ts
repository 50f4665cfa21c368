import { readCatalogue } from '#assessments/planning/catalogue.ts';
import type { PriceReferences } from '#assessments/reporting/mill-money.ts';
import endUses from '#seeds/end-uses/end-uses.json' with { type: 'json' };
import prices from '#seeds/prices/prices.json' with { type: 'json' };

/** What flows go into and what they cost where a mill does not say, without the measures of the catalogue. */
export const priceReferences: PriceReferences = readCatalogue({ measures: [], cases: [], endUses, prices });

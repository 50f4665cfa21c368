import { readCatalogue, type Catalogue } from '#assessments/planning/catalogue.ts';
import type { KeptContext } from '#assessments/planning/kept-view.ts';
import { PolicyBook } from '#assessments/schema/policy.ts';
import { caseFiles } from '#seeds/cases/index.ts';
import endUses from '#seeds/end-uses/end-uses.json' with { type: 'json' };
import { measureFiles } from '#seeds/measures/index.ts';
import policyTexts from '#seeds/policies/policies.json' with { type: 'json' };
import prices from '#seeds/prices/prices.json' with { type: 'json' };

export const catalogue: Catalogue = readCatalogue({ measures: measureFiles, cases: caseFiles, endUses, prices });
export const policies = PolicyBook.parse(policyTexts);

/** What plans are made and read from on a day YYYY-MM-DD. */
export function planContextOn(asOf: string): KeptContext {
  return { catalogue, recognitions: { ladders: policies.recognitions, asOf } };
}

import { readCatalogue, type Catalogue } from '#assessments/planning/catalogue.ts';
import type { PlanContext } from '#assessments/planning/plan-of.ts';
import { PolicyBook } from '#assessments/schema/policy.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import policyTexts from '#seeds/policies/policies.json' with { type: 'json' };

export const catalogue: Catalogue = readCatalogue(measureFiles);
export const policies = PolicyBook.parse(policyTexts);

/** What plans are made from on a day YYYY-MM-DD. */
export function planContextOn(asOf: string): PlanContext {
  return { catalogue, recognitions: { ladders: policies.recognitions, asOf } };
}

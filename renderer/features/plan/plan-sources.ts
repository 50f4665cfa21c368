import { shippedPacks } from '#assessments/packs/registry.ts';
import { readCatalogue, type Catalogue } from '#assessments/planning/catalogue.ts';
import type { PlanContext } from '#assessments/planning/plan-of.ts';
import { PolicyBook } from '#assessments/schema/policy.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import policies from '#seeds/policies/policies.json' with { type: 'json' };
import { knownCounties } from '../../storage/latest-score.ts';

/** Reference data of the plan; a chunk of its own, read when the plan is first opened. */
export interface PlanSources extends PlanContext {
  readonly catalogue: Catalogue;
  readonly policies: PolicyBook;
}

export const planSources: PlanSources = {
  catalogue: readCatalogue(measureFiles),
  policies: PolicyBook.parse(policies),
  packs: shippedPacks,
  counties: knownCounties,
};

/** The sources with the titles that hold on a day YYYY-MM-DD. */
export function planSourcesOn(asOf: string): PlanContext {
  return { ...planSources, recognitions: { ladders: planSources.policies.recognitions, asOf } };
}

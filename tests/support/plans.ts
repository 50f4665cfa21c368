import fc from 'fast-check';
import { readCatalogue } from '#assessments/planning/catalogue.ts';
import { planOf, type ImprovementPlan, type PlanContext } from '#assessments/planning/plan-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { PAINS } from '#assessments/schema/measure.ts';
import type { PlanItem, PlanRequest } from '#assessments/schema/plan.ts';
import type { PackResult } from '#assessments/schema/result.ts';
import type { ScoredMill as Mill, Scores } from '#assessments/scoring/scored-mill.ts';
import { measureFiles } from '#seeds/measures/index.ts';
import { arbitraryMill } from './arbitrary-mills.ts';
import { dossierJson, scoredMillOf, type MillSketch } from './dossiers.ts';

export const catalogue = readCatalogue(measureFiles);
export const planContext: PlanContext = { catalogue };

export interface ScoredMill {
  readonly mill: Mill;
  readonly scored: Scores;
}

export function scoredMill(dossier: Dossier): ScoredMill {
  const mill = scoredMillOf(dossier);
  return { mill, scored: mill.scores };
}

export function sketchedMill(sketch: MillSketch): ScoredMill {
  return scoredMill(Dossier.parse(dossierJson(sketch)));
}

/** Always the same random mills. */
export function randomMills(count: number, seed: number): ScoredMill[] {
  return fc.sample(arbitraryMill, { numRuns: count, seed }).map(sketchedMill);
}

const measureIds = fc.constantFrom(...catalogue.measures.map((measure) => measure.id as string));

/** What a mill may ask of its plan; budgets from nothing to more than all measures cost. */
export const arbitraryRequest: fc.Arbitrary<PlanRequest> = fc
  .record({
    budgetWan: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
    phases: fc.option(fc.tuple(...[0, 1, 2].map(() => fc.option(fc.integer({ min: 0, max: 1500 })))), {
      nil: undefined,
    }),
    people: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    weight: fc.option(fc.constantFrom(0 as const, 1 as const, 2 as const), { nil: undefined }),
    pains: fc.subarray([...PAINS]),
    mustNot: fc.array(measureIds, { maxLength: 5 }),
  })
  .map(({ budgetWan, phases, people, weight, pains, mustNot }) => ({
    pains,
    mustNot,
    ...(budgetWan === undefined ? {} : { budgetWan }),
    ...(people === undefined ? {} : { people }),
    ...(phases === undefined ? {} : { phaseBudgetsWan: rising(phases) }),
    ...(weight === undefined ? {} : { topics: { 'cloud-adoption': { weight } } }),
  }));

/** Budgets up to the end of each phase never fall. */
function rising(spent: readonly (number | null)[]): [number | null, number | null, number | null] {
  let total = 0;
  const bounds = spent.map((more) => {
    total += more ?? 0;
    return more === null ? null : total;
  });
  return [bounds[0] ?? null, bounds[1] ?? null, bounds[2] ?? null];
}

/** A plan that must exist. */
export function planFor(
  { mill }: Pick<ScoredMill, 'mill'>,
  request: PlanRequest,
  kept: readonly PlanItem[] = [],
): ImprovementPlan {
  const outcome = planOf(mill, request, kept, planContext);
  if (outcome.kind !== 'plan') throw new Error('the plan does not fit');
  return outcome.plan;
}

export function packScores({ packs }: Pick<Scores, 'packs'>): [string, PackResult][] {
  return Object.entries<PackResult>(packs);
}

import fc from 'fast-check';
import { planOf, type ImprovementPlan, type PlanContext, type PlanOutcome } from '#assessments/planning/plan-of.ts';
import { plannedMill, type PlannedMill } from '#assessments/planning/planned-mill.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { PAINS } from '#assessments/schema/measure.ts';
import { AIMS, type PlanItem, type PlanRequest } from '#assessments/schema/plan.ts';
import type { PackResult } from '#assessments/schema/result.ts';
import type { ScoredMill as Mill, Scores } from '#assessments/scoring/scored-mill.ts';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import type { Catalogue } from '#assessments/planning/catalogue.ts';
import { arbitraryMill } from './arbitrary-mills.ts';
import { dossierJson, scoredMillOf, type MillSketch } from './dossiers.ts';
import { solve } from './highs-node.ts';
import { longOrShort } from './long-form.ts';
import { catalogueOf } from './planning-cases.ts';

export { catalogue };

/** In the short form every fourth measure with all that it requires, so that the best is found at once; else all. */
function triedMeasures(): Catalogue {
  const ids = new Set<string>();
  const take = (id: string): void => {
    if (ids.has(id)) return;
    ids.add(id);
    catalogue.byId.get(id)?.requires.forEach(take);
  };
  const every = longOrShort(1, 4);
  catalogue.measures.forEach(({ id }, i) => i % every === 0 && take(id));
  return catalogueOf(ids);
}
export const planContext: PlanContext = { catalogue: triedMeasures(), solve };

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

export function plannedMillFor({ mill }: Pick<ScoredMill, 'mill'>): PlannedMill {
  return plannedMill(mill, catalogue);
}

/** Always the same random mills. */
export function randomMills(count: number, seed: number): ScoredMill[] {
  return fc.sample(arbitraryMill, { numRuns: count, seed }).map(sketchedMill);
}

const measureIds = fc.constantFrom(...catalogue.measures.map((measure) => measure.id as string));

/** What a mill may ask of its plan; budgets from nothing to more than all measures cost. */
export const arbitraryRequest: fc.Arbitrary<PlanRequest> = fc
  .record({
    aim: fc.option(fc.constantFrom(...AIMS), { nil: undefined }),
    budgetWan: fc.option(fc.integer({ min: 0, max: 3000 }), { nil: undefined }),
    phases: fc.option(fc.tuple(...[0, 1, 2].map(() => fc.option(fc.integer({ min: 0, max: 1500 })))), {
      nil: undefined,
    }),
    people: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    weight: fc.option(fc.constantFrom(0 as const, 1 as const, 2 as const), { nil: undefined }),
    pains: fc.subarray([...PAINS]),
    mustNot: fc.array(measureIds, { maxLength: 5 }),
  })
  .map(({ aim, budgetWan, phases, people, weight, pains, mustNot }) => ({
    pains,
    mustNot,
    ...(aim === undefined ? {} : { aim }),
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

export function outcomeFor(
  { mill }: Pick<ScoredMill, 'mill'>,
  request: PlanRequest,
  kept: readonly PlanItem[] = [],
): PlanOutcome {
  return planOf(mill, request, kept, planContext);
}

/** A plan that must exist. */
export function planFor(
  mill: Pick<ScoredMill, 'mill'>,
  request: PlanRequest,
  kept: readonly PlanItem[] = [],
): ImprovementPlan {
  const outcome = outcomeFor(mill, request, kept);
  if (outcome.kind !== 'plan') throw new Error(`no plan: ${outcome.kind}`);
  return outcome.plan;
}

export function packScores({ packs }: Pick<Scores, 'packs'>): [string, PackResult][] {
  return Object.entries<PackResult>(packs);
}

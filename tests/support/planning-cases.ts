import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#assessments/planning/catalogue.ts';
import { choosingOf, type Choosing } from '#assessments/planning/choosing.ts';
import { offersFor } from '#assessments/planning/offer.ts';
import { plannedMill } from '#assessments/planning/planned-mill.ts';
import { targetStep } from '#assessments/planning/recognition-target.ts';
import { PlanRequest } from '#assessments/schema/plan.ts';
import { readDossier } from '#assessments/schema/read-dossier.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { catalogue, policies } from '#renderer/documents/composer/plan-references.ts';
import { scoreLatest } from '#renderer/documents/composer/scored.ts';
import { PROJECT } from './cli.ts';

export const DEMOS = ['demo-dyeing', 'demo-garment', 'demo-spinning'] as const;
export const PLAN_DAY = '2026-11-30';

/** A dossier of JSON scored on the day of these tests. */
export function scoredFrom(json: unknown): ScoredMill {
  const read = readDossier(JSON.stringify(json), knownIds);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const mill = scoreLatest(read.value, PLAN_DAY);
  if (mill === null) throw new Error('the dossier has no diagnosis');
  return mill;
}

export function demoJson(name: (typeof DEMOS)[number]): Record<string, unknown> {
  return JSON.parse(readFileSync(join(PROJECT, 'seeds', 'demo', `${name}.json`), 'utf8')) as Record<string, unknown>;
}

/** The catalogue with some of its measures alone, whose prerequisites and exclusions are among them. */
export function catalogueOf(ids: ReadonlySet<string>, all: Catalogue = catalogue): Catalogue {
  const measures = all.measures
    .filter(({ id }) => ids.has(id))
    .map((measure) => ({
      ...measure,
      requires: measure.requires.filter((id) => ids.has(id)),
      excludes: measure.excludes.filter((id) => ids.has(id)),
    }));
  return { ...all, measures, byId: new Map(measures.map((measure) => [measure.id as string, measure])) };
}

/** What a choice for a mill is made from. */
export function choosingFor(mill: ScoredMill, request: unknown, from: Catalogue = catalogue): Choosing {
  const asked = PlanRequest.parse(request);
  const planned = plannedMill(mill, from);
  const step = targetStep(asked, mill, { ladders: policies.recognitions, asOf: PLAN_DAY });
  return choosingOf(planned, offersFor(planned, asked, []), asked, [], step, { money: 0, months: 0 });
}

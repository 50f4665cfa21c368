import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '#assessments/packs/registry.ts';
import { planAsChosen } from '#assessments/planning/plan-of.ts';
import { millOf, type Mill } from '#assessments/reporting/report-input.ts';
import { LANGUAGES, type Language } from '#assessments/schema/localized-text.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import { catalogue, planContextOn, policies } from '#renderer/documents/composer/plan-references.ts';
import { PROJECT } from './cli.ts';
import { DEMOS, demoJson, PLAN_DAY, scoredFrom } from './planning-cases.ts';
import { reportedPlan } from './planned-mills.ts';

export interface FiguredMill {
  readonly id: string;
  readonly language: Language;
  readonly mill: Mill;
}

const guidance = await library.help(library.newest.packs);
const ARCHETYPES = join(PROJECT, 'tests', 'archetypes');

/** The demo mills with the plans that they keep, and the archetypes with one of few measures, in both languages. */
export function figuredMills(): FiguredMill[] {
  return LANGUAGES.flatMap((language) => [
    ...DEMOS.map((id) => ({ id, language, mill: demoMill(id, language) })),
    ...readdirSync(ARCHETYPES).map((file) => ({ id: file, language, mill: archetype(file, language) })),
  ]);
}

export function demoMill(id: (typeof DEMOS)[number], language: Language): Mill {
  const scored = scoredFrom(demoJson(id));
  const stored = storedPlan(scored.dossier.plan);
  const plan = stored === null ? null : planAsChosen(scored, stored, planContextOn(PLAN_DAY));
  if (plan === null) throw new Error(`${id} keeps no plan`);
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const result = resultOf(scored, { language, sha256 });
  return millOf({ scored, result, guidance, language, plan: { plan, catalogue, policies, firm: stored?.firm ?? {} } });
}

function archetype(file: string, language: Language): Mill {
  const json = JSON.parse(readFileSync(join(ARCHETYPES, file), 'utf8')) as { plan: { request: unknown } };
  return millOf(reportedPlan({ ...json, plan: null }, language, json.plan.request).input);
}

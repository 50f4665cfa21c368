import { computeIndicators, type IndicatorContext } from '../indicators/indicators.ts';
import { readGreenKpis } from '../indicators/green-kpis.ts';
import { factPair, siteOf } from '../indicators/site.ts';
import { readWaterKpis } from '../indicators/water-kpis.ts';
import type { PackSet } from '../packs/registry.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { PackId } from '../schema/ids.ts';
import type { PackResult, Result } from '../schema/result.ts';
import { processTypeOf } from './applicability.ts';
import type { Respondent } from './asked-questions.ts';
import { indicativeGbt39116 } from './gbt39116.ts';
import { scoreGreenPack } from './score-green-pack.ts';
import { scoreLadderPack } from './score-ladder-pack.ts';
import { scoreSmePack } from './score-sme-pack.ts';
import { scoreWaterPack } from './score-water-pack.ts';
import { effectiveView, selfView } from './views.ts';
import { findWarnings, type PlainWarning } from './warnings.ts';

export interface ScoredDiagnosis {
  readonly packs: Result['packs'];
  readonly indicators: Result['indicators'];
  readonly indicative: Result['indicative'];
  readonly warnings: readonly PlainWarning[];
}

/** The diagnosis with the latest opening day, among equals the later in the list; undefined where there is none. */
export function diagnosisToScore(dossier: Dossier): Diagnosis | undefined {
  return dossier.diagnoses.reduce<Diagnosis | undefined>(
    (latest, candidate) => (latest === undefined || candidate.openedOn >= latest.openedOn ? candidate : latest),
    undefined,
  );
}

/** Scores every pinned pack of a diagnosis on the facts of its year (docs/method.md, method 1.0). */
export function scoreDiagnosis(
  dossier: Dossier,
  diagnosis: Diagnosis,
  packs: PackSet,
  counties: readonly string[],
): ScoredDiagnosis {
  const context = readIndicators(dossier, diagnosis, packs);
  const respond = (answer: Respondent['answer']): Respondent => ({
    enterprise: dossier.enterprise,
    site: context.site,
    facts: context.facts.now,
    answer,
  });
  const effective = scorePacks(diagnosis, packs, context, respond(effectiveView(diagnosis)));
  const self = scorePacks(diagnosis, packs, context, respond(selfView(diagnosis)));
  return {
    packs: withSelfScores(effective.packs, self.packs),
    indicators: computeIndicators(context),
    indicative: effective.indicative,
    warnings: findWarnings(dossier, diagnosis, packs, context, counties),
  };
}

function readIndicators(dossier: Dossier, diagnosis: Diagnosis, packs: PackSet): IndicatorContext {
  const water = packs['water-efficiency'];
  const green = packs['green-factory'];
  const site = siteOf(dossier.enterprise, water);
  const facts = factPair(dossier.facts, diagnosis.year);
  const waterReadings = readWaterKpis(water, facts);
  const greenReadings = readGreenKpis(green, water, waterReadings, site, facts);
  return {
    site,
    facts,
    water: { pack: water, readings: waterReadings, pinned: isPinned(diagnosis, 'water-efficiency') },
    green: { pack: green, readings: greenReadings, pinned: isPinned(diagnosis, 'green-factory') },
  };
}

function isPinned(diagnosis: Diagnosis, id: PackId): boolean {
  return diagnosis.packs[id] !== undefined;
}

type Scored = Omit<PackResult, 'selfScore'>;
type ScoredPacks = Partial<Record<PackId, Scored>>;

interface PackScores {
  readonly packs: ScoredPacks;
  readonly indicative: Result['indicative'];
}

function scorePacks(
  diagnosis: Diagnosis,
  packs: PackSet,
  context: IndicatorContext,
  respondent: Respondent,
): PackScores {
  const results: ScoredPacks = {};
  let indicative: Result['indicative'] = {};
  if (isPinned(diagnosis, 'intelligent-manufacturing')) {
    const pack = packs['intelligent-manufacturing'];
    const { asked, ...result } = scoreLadderPack(pack, respondent);
    const sme = scoreSmePack(packs['sme-digital-level'], pack, asked, respondent);
    results['intelligent-manufacturing'] = result;
    results['sme-digital-level'] = sme.result;
    indicative = {
      ...(pack.gbt39116 === null
        ? {}
        : { gbt39116: indicativeGbt39116(pack.gbt39116, asked, processTypeOf(respondent.enterprise, pack)) }),
      miit2024: sme.indicative,
    };
  }
  if (isPinned(diagnosis, 'cloud-adoption')) {
    const { asked: _asked, ...result } = scoreLadderPack(packs['cloud-adoption'], respondent);
    results['cloud-adoption'] = result;
  }
  if (isPinned(diagnosis, 'water-efficiency')) {
    results['water-efficiency'] = scoreWaterPack(packs['water-efficiency'], context.water.readings, respondent);
  }
  if (isPinned(diagnosis, 'green-factory')) {
    results['green-factory'] = scoreGreenPack(packs['green-factory'], context.green.readings, respondent);
  }
  return { packs: results, indicative };
}

function withSelfScores(effective: ScoredPacks, self: ScoredPacks): Result['packs'] {
  return Object.fromEntries(
    Object.entries(effective).map(([id, result]) => [id, { ...result, selfScore: self[id as PackId]?.score ?? null }]),
  );
}

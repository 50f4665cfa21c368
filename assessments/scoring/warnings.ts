import type { IndicatorContext } from '../indicators/indicators.ts';
import { findImplausibilities } from '../indicators/plausibility.ts';
import { packList, type PackSet } from '../packs/registry.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { FactRatio } from '../schema/pack.ts';
import type { WarningCode } from '../schema/result.ts';
import { effectiveView } from './views.ts';

/** A warning without words; the message is added in the reader's language. */
export interface PlainWarning {
  readonly code: WarningCode;
  /** Where in the dossier: `facts.2025.water.intake.town`. */
  readonly path: string;
}

/** Implausible but possible input; kept and scored as it is. */
export function findWarnings(
  dossier: Dossier,
  diagnosis: Diagnosis,
  packs: PackSet,
  context: IndicatorContext,
  counties: readonly string[],
): PlainWarning[] {
  return [
    ...findImplausibilities(context, ratiosOf(packs)).map(({ code, fact }) => ({
      code,
      path: `facts.${diagnosis.year}.${fact}`,
    })),
    ...gateContradictions(diagnosis, packs),
    ...unknownCounty(dossier, counties),
  ];
}

/** The fact ratios that packs read, each once. */
function ratiosOf(packs: PackSet): FactRatio[] {
  const byNumerator = new Map<string, FactRatio>();
  for (const { form } of packList(packs).flatMap((pack) => pack.questions)) {
    if ('facts' in form && form.facts !== undefined) byNumerator.set(form.facts.numerator, form.facts);
  }
  return [...byNumerator.values()];
}

function gateContradictions(diagnosis: Diagnosis, packs: PackSet): PlainWarning[] {
  const pack = packs['green-factory'];
  if (diagnosis.packs[pack.id] === undefined) return [];
  const answer = effectiveView(diagnosis);
  const find = (id: string) => {
    const question = pack.questions.find((candidate) => candidate.id === id);
    return question === undefined ? undefined : answer(question);
  };
  const option = find(pack.contradiction.question)?.rung;
  const gate = find(pack.contradiction.gate)?.gate;
  if (gate !== 'yes' || option === undefined || option >= pack.contradiction.below) return [];
  return [{ code: 'gate-contradiction', path: `diagnoses.${diagnosis.id}.answers.${pack.contradiction.gate}` }];
}

function unknownCounty({ enterprise }: Dossier, counties: readonly string[]): PlainWarning[] {
  const region = enterprise.region;
  if (region?.county === undefined) return [];
  const known = counties.includes(`${region.city ?? ''}/${region.county}`);
  return known ? [] : [{ code: 'unknown-county', path: 'enterprise.region.county' }];
}

import type { IndicatorContext } from '../indicators/indicators.ts';
import { findImplausibilities } from '../indicators/plausibility.ts';
import { findImplausibleFacts, type Doubt } from '../indicators/plausible-facts.ts';
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
  /** Of an implausible fact: what it comes to and what would be plausible. */
  readonly doubt?: Doubt;
}

/** Implausible but possible input; kept and scored as it is. */
export function findWarnings(
  dossier: Dossier,
  diagnosis: Diagnosis,
  packs: PackSet,
  context: IndicatorContext,
  counties: readonly string[],
): PlainWarning[] {
  const pathOf = (fact: string) => `facts.${diagnosis.year}.${fact}`;
  return [
    ...findImplausibilities(context, ratiosOf(packs)).map(({ code, fact }) => ({ code, path: pathOf(fact) })),
    ...findImplausibleFacts(context.facts, dossier.enterprise.employees).map(({ fact, doubt }) => ({
      code: 'implausible' as const,
      path: pathOf(fact),
      doubt,
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

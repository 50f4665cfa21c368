import { ratioOf } from '../forms/known-figure.ts';
import { findImplausibilities } from '../indicators/plausibility.ts';
import { findImplausibleFacts, type Doubt } from '../indicators/plausible-facts.ts';
import { deductionsAboveTotal } from '../indicators/sums.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import type { FactRatio, Question } from '../schema/pack.ts';
import type { WarningCode } from '../schema/result.ts';
import { PROCESSES_OF } from '../schema/vocabulary.ts';
import type { ReadMill, ScoringContext } from './read-mill.ts';
import type { AnswerView } from './views.ts';

type Context = Pick<ScoringContext, 'asOf' | 'counties'>;

/** A warning without words; the message is added in the reader's language. */
export interface PlainWarning {
  readonly code: WarningCode;
  /** Where in the dossier: `facts.2025.water.intake.town`. */
  readonly path: string;
  /** Of an implausible fact: what it comes to and what would be plausible. */
  readonly doubt?: Doubt;
}

/** What is implausible, contradictory or left open; kept and scored as it is. */
export function findWarnings(mill: ReadMill, answer: AnswerView, { asOf, counties }: Context): PlainWarning[] {
  const { dossier, diagnosis, questions } = mill;
  const pathOf = (fact: string) => `facts.${diagnosis.year}.${fact}`;
  return [
    ...[...findImplausibilities(mill, ratiosOf(questions.values())), ...mill.registerDifferences].map(
      ({ code, fact }) => ({
        code,
        path: pathOf(fact),
      }),
    ),
    ...findImplausibleFacts(mill.facts, dossier.enterprise.employees).map(({ fact, doubt }) => ({
      code: 'implausible' as const,
      path: pathOf(fact),
      doubt,
    })),
    ...deductions(mill),
    ...gateContradictions(mill, answer),
    ...processesMissing(dossier),
    ...dateAhead(diagnosis, asOf),
    ...unknownCounty(dossier, counties),
  ];
}

/** Deductions above what they are deducted from, of the year and of the year before, whose sums are unknown then. */
function deductions({ facts: { now, prior }, diagnosis: { year }, green }: ReadMill): PlainWarning[] {
  const of = (facts: YearFacts, one: number) =>
    deductionsAboveTotal(facts, green.energy).map((fact) => ({
      code: 'deduction-above-total' as const,
      path: `facts.${one}.${fact}`,
    }));
  return [...of(now, year), ...of(prior, year - 1)];
}

/** Sub-sectors of which no process is ticked: what is wet and what is asked hangs on them. */
function processesMissing({ enterprise: { subSectors, processes } }: Dossier): PlainWarning[] {
  const isMissing = subSectors.some((sector) => !PROCESSES_OF[sector].some((process) => processes.includes(process)));
  return isMissing ? [{ code: 'process-missing', path: 'enterprise.processes' }] : [];
}

/** A round opened after the day of the scoring: a clock was wrong. */
function dateAhead({ id, openedOn }: Diagnosis, asOf: string): PlainWarning[] {
  return openedOn > asOf ? [{ code: 'date-ahead', path: `diagnoses.${id}.openedOn` }] : [];
}

/** The fact ratios that questions read, each once. */
function ratiosOf(questions: Iterable<Question>): FactRatio[] {
  const byNumerator = new Map<string, FactRatio>();
  for (const question of questions) {
    const ratio = ratioOf(question);
    if (ratio !== undefined) byNumerator.set(ratio.numerator, ratio);
  }
  return [...byNumerator.values()];
}

function gateContradictions({ diagnosis, pinned, green: pack }: ReadMill, answer: AnswerView): PlainWarning[] {
  if (!pinned.includes(pack.id)) return [];
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

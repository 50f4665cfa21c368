import { computeIndicators } from '../indicators/indicators.ts';
import { waterKpisInUse } from '../kpis/kpis.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { KpiId, PackId } from '../schema/ids.ts';
import type { PackResult, Result } from '../schema/result.ts';
import { askAll } from './asked-questions.ts';
import { readMill, type ReadMill, type ScoringContext } from './read-mill.ts';
import { scorePacks } from './score-packs.ts';
import { effectiveView, selfView, type AnswerView } from './views.ts';
import { findWarnings, type PlainWarning } from './warnings.ts';

/** What a diagnosis comes to, as `result.json` holds it. */
export type Scores = Pick<Result, 'packs' | 'indicators' | 'indicative'>;

/** One diagnosis of a mill, scored once and handed on: planning, reports, window and drive only read it. */
export interface ScoredMill extends ReadMill {
  readonly context: ScoringContext;
  /** The value that counts for a question. */
  readonly answer: AnswerView;
  readonly scores: Scores;
  /** The pinned packs by the mill's own answers alone. */
  readonly self: Readonly<Partial<Record<PackId, Omit<PackResult, 'selfScore'>>>>;
  readonly warnings: readonly PlainWarning[];
}

/**
 * The diagnosis opened last, but not after the day of the scoring; of several the later in the list. Where all are after
 * it the latest of all; undefined where there is none.
 */
export function diagnosisToScore({ diagnoses }: Pick<Dossier, 'diagnoses'>, asOf: string): Diagnosis | undefined {
  const opened = diagnoses.filter(({ openedOn }) => openedOn <= asOf);
  return (opened.length > 0 ? opened : diagnoses).reduce<Diagnosis | undefined>(
    (latest, candidate) => (latest === undefined || candidate.openedOn >= latest.openedOn ? candidate : latest),
    undefined,
  );
}

/** Scores every pinned pack of a diagnosis on the facts of its year (docs/method.md, method 1.1). */
export function scoreMill(dossier: Dossier, diagnosis: Diagnosis, context: ScoringContext): ScoredMill {
  const mill = readMill(dossier, diagnosis, context);
  const answer = effectiveView(diagnosis);
  const own = selfView(diagnosis);
  const effective = scorePacks(mill, askAll(mill, answer));
  const self = scorePacks(mill, askAll(mill, own)).packs;
  const isScoredOn = scoredKpis(mill);
  return {
    ...mill,
    context,
    answer,
    scores: {
      packs: withSelfScores(effective.packs, self),
      indicators: computeIndicators({ ...mill, isScoredOn }),
      indicative: effective.indicative,
    },
    self,
    warnings: findWarnings(mill, answer, context),
  };
}

/** Whether a pinned pack of the mill uses a KPI. */
function scoredKpis(mill: ReadMill): (kpi: KpiId) => boolean {
  const { water, green, pinned } = mill;
  const ofWater = [...waterKpisInUse(mill).map(({ kpi }) => kpi.id), water.bonus.kpi];
  const used = new Set<KpiId>([
    ...(pinned.includes(water.id) ? ofWater : []),
    ...(pinned.includes(green.id) ? green.kpis.map(({ id }) => id) : []),
  ]);
  return (kpi) => used.has(kpi);
}

function withSelfScores(effective: ScoredMill['self'], self: ScoredMill['self']): Result['packs'] {
  return Object.fromEntries(
    Object.entries(effective).map(([id, result]) => [id, { ...result, selfScore: self[id as PackId]?.score ?? null }]),
  );
}

import type { PackSet } from '../packs/registry.ts';
import { hashedInput } from '../schema/hashed-input.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { Language } from '../schema/localized-text.ts';
import { METHOD_VERSION, RESULT_FORMAT, type PackResult, type Result } from '../schema/result.ts';
import { scoreDiagnosis, type ScoredDiagnosis } from './score-diagnosis.ts';
import { warningMessage } from './warning-message.ts';

/** What scoring takes from outside, since the domain has no clock, no hash and no reference data of its own. */
export interface ScoringContext {
  readonly packs: PackSet;
  /** Known divisions as `city/county`. */
  readonly counties: readonly string[];
  /** The day that the result is made, YYYY-MM-DD. */
  readonly asOf: string;
  readonly language: Language;
  /** SHA-256 of a text, lower-case hexadecimal. */
  readonly sha256: (text: string) => string;
}

/** The result of one diagnosis; the same input and day give the same object, key by key. */
export function resultOf(dossier: Dossier, diagnosis: Diagnosis, context: ScoringContext): Result {
  const scored = scoreDiagnosis(dossier, diagnosis, context.packs, context.counties);
  return {
    format: RESULT_FORMAT,
    version: 1,
    method: METHOD_VERSION,
    asOf: context.asOf,
    inputHash: context.sha256(hashedInput(dossier, diagnosis)),
    diagnosis: diagnosis.id,
    enterprise: { id: dossier.id, name: dossier.enterprise.name },
    packs: mapValues(byId(scored.packs), packInOrder),
    indicators: byId(scored.indicators),
    indicative: indicativeInOrder(scored.indicative),
    warnings: scored.warnings.map((warning) => ({
      code: warning.code,
      path: warning.path,
      message: warningMessage(warning, context.language),
    })),
    plan: null,
  };
}

function packInOrder(pack: PackResult): PackResult {
  const {
    version,
    score,
    selfScore,
    level,
    levelIfUnknownsGoWell,
    counts,
    dimensions,
    gates,
    blockers,
    trace,
    ...green
  } = pack;
  return {
    ...{ version, score, selfScore, level, levelIfUnknownsGoWell, counts },
    dimensions: byId(dimensions),
    ...{ gates, blockers, trace, ...green },
  };
}

function indicativeInOrder(indicative: ScoredDiagnosis['indicative']): Result['indicative'] {
  const { gbt39116, miit2024 } = indicative;
  return {
    ...(gbt39116 === undefined ? {} : { gbt39116 }),
    ...(miit2024 === undefined ? {} : { miit2024: { ...miit2024, scenes: byId(miit2024.scenes) } }),
  };
}

/** Keyed by ids: in the order of the ids' code units. */
function byId<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

function mapValues<K extends string, V>(record: Partial<Record<K, V>>, map: (value: V) => V): Partial<Record<K, V>> {
  return Object.fromEntries(
    Object.entries<V>(record as Record<K, V>).map(([key, value]) => [key, map(value)]),
  ) as Partial<Record<K, V>>;
}

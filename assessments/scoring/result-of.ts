import { hashedInput } from '../schema/hashed-input.ts';
import type { Language } from '../schema/localized-text.ts';
import { METHOD_VERSION, RESULT_FORMAT, type PackResult, type Result } from '../schema/result.ts';
import type { ScoredMill, Scores } from './scored-mill.ts';
import { warningMessage } from './warning-message.ts';

/** What a result takes from outside beside its scores. */
export interface ResultContext {
  readonly language: Language;
  /** SHA-256 of a text, lower-case hexadecimal. */
  readonly sha256: (text: string) => string;
}

/** The result of a scored mill, without a plan; the same input and day give the same object, key by key. */
export function resultOf(mill: ScoredMill, { language, sha256 }: ResultContext): Result {
  const { dossier, diagnosis, scores } = mill;
  return {
    format: RESULT_FORMAT,
    version: 1,
    method: METHOD_VERSION,
    asOf: mill.context.asOf,
    inputHash: sha256(hashedInput(dossier, diagnosis)),
    diagnosis: diagnosis.id,
    enterprise: { id: dossier.id, name: dossier.enterprise.name },
    packs: mapValues(byId(scores.packs), packInOrder),
    indicators: byId(scores.indicators),
    indicative: indicativeInOrder(scores.indicative),
    warnings: mill.warnings.map((warning) => ({
      code: warning.code,
      path: warning.path,
      message: warningMessage(warning, language),
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

function indicativeInOrder(indicative: Scores['indicative']): Result['indicative'] {
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

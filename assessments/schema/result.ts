import { z } from 'zod';
import { PackId } from './ids.ts';
import { ResultPlan } from './plan.ts';

/** Bounds of a score while answers or facts are missing; equal when all is known. Unrounded. */
export const Interval = z.strictObject({ low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;

const NullableInterval = Interval.nullable();

export const Counts = z.strictObject({
  applicable: z.int(),
  answered: z.int(),
  notApplicable: z.int(),
  unknown: z.int(),
});
export type Counts = z.infer<typeof Counts>;

export const GateState = z.enum(['met', 'failed', 'unknown', 'not-applicable']);
export type GateState = z.infer<typeof GateState>;
export const GateResult = z.strictObject({ id: z.string(), state: GateState });
export type GateResult = z.infer<typeof GateResult>;

/** What keeps the enterprise from the level after its own. */
export const Blocker = z.strictObject({
  level: z.int(),
  rule: z.enum(['score', 'base', 'question']),
  questions: z.array(z.string()),
});
export type Blocker = z.infer<typeof Blocker>;

/** One term of the score: contribution = weight * points; contributions add up to the score. */
export const TraceLine = z.strictObject({
  question: z.string(),
  points: Interval,
  weight: z.number(),
  contribution: Interval,
});
export type TraceLine = z.infer<typeof TraceLine>;

export const DimensionResult = z.strictObject({ score: NullableInterval, weight: z.number() });
export type DimensionResult = z.infer<typeof DimensionResult>;

export const Readiness = z.enum(['national', 'provincial', 'municipal', 'foundation']);
export type Readiness = z.infer<typeof Readiness>;

export const PackResult = z.strictObject({
  version: z.string(),
  score: NullableInterval,
  selfScore: NullableInterval,
  level: z.int().nullable(),
  levelIfUnknownsGoWell: z.int().nullable(),
  counts: Counts,
  dimensions: z.record(z.string(), DimensionResult),
  gates: z.array(GateResult),
  blockers: z.array(Blocker),
  trace: z.array(TraceLine),
  parts: z.strictObject({ sim: NullableInterval, mat: NullableInterval }).optional(),
  readiness: Readiness.optional(),
});
export type PackResult = z.infer<typeof PackResult>;

export const IndicatorResult = z.strictObject({
  value: z.number().nullable(),
  unit: z.string(),
  score: z.number().nullable(),
});
export type IndicatorResult = z.infer<typeof IndicatorResult>;

export const IndicativeGbt39116 = z.strictObject({
  level: z.int().nullable(),
  s: z.number().nullable(),
  a: z.array(z.number()).length(5).nullable(),
});
export type IndicativeGbt39116 = z.infer<typeof IndicativeGbt39116>;

export const IndicativeMiit2024 = z.strictObject({
  level: z.int(),
  baseScore: z.number(),
  scenes: z.record(z.string(), z.int().nullable()),
});
export type IndicativeMiit2024 = z.infer<typeof IndicativeMiit2024>;

export const WarningCode = z.enum([
  'check-units',
  'discharge-above-intake',
  'discharge-ratio',
  'reuse-suspicious',
  'meter-sum',
  'ratio-above-100',
  'gate-contradiction',
  'unknown-county',
  'date-ahead',
  'process-missing',
  'deduction-above-total',
  'register-difference',
  'implausible',
]);
export type WarningCode = z.infer<typeof WarningCode>;
export const Warning = z.strictObject({ code: WarningCode, path: z.string(), message: z.string() });
export type Warning = z.infer<typeof Warning>;

export const RESULT_FORMAT = 'zhizhen-result';
/** The roll-up of many results. */
export const DRIVE_FORMAT = 'zhizhen-drive';
export const METHOD_VERSION = '1.1';

/** What a diagnosis comes to; recomputed, never edited. */
export const Result = z.strictObject({
  format: z.literal(RESULT_FORMAT),
  version: z.literal(1),
  method: z.literal(METHOD_VERSION),
  asOf: z.iso.date(),
  inputHash: z.string().regex(/^[0-9a-f]{64}$/),
  diagnosis: z.string(),
  enterprise: z.strictObject({ id: z.string(), name: z.string() }),
  packs: z.partialRecord(PackId, PackResult),
  indicators: z.record(z.string(), IndicatorResult),
  indicative: z.strictObject({ gbt39116: IndicativeGbt39116.optional(), miit2024: IndicativeMiit2024.optional() }),
  warnings: z.array(Warning),
  plan: ResultPlan.nullable(),
});
export type Result = z.infer<typeof Result>;

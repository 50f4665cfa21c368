import { z } from 'zod';
import { NumericFactId } from './facts.ts';
import { DimensionId, KpiId, PackId, QuestionId } from './ids.ts';
import { LocalizedText } from './localized-text.ts';
import { Mark } from './marks.ts';
import { PRODUCT_CLASSES } from './facts.ts';
import { schemaLine } from './schema-line.ts';
import { Process, SubSector } from './vocabulary.ts';

const FivePoints = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]);

/** 100 * numerator / denominator of two facts of the diagnosis year. */
export const FactRatio = z.strictObject({ numerator: NumericFactId, denominator: NumericFactId });
export type FactRatio = z.infer<typeof FactRatio>;

/** How a question is answered and what an answer is worth; docs/method.md says how each is scored. */
export const QuestionForm = z.discriminatedUnion('kind', [
  /** Rung 0 (not started), 1..5 or a half rung; `points` of the rungs 1..5. Where `nothingAtRung1`, rung 1 counts as 0. */
  z.strictObject({ kind: z.literal('ladder'), points: FivePoints, nothingAtRung1: z.boolean() }),
  /** A number whose rung is 1 + the count of edges reached, 0 for exactly 0. `facts` beat the answer. */
  z.strictObject({
    kind: z.literal('numeric'),
    points: FivePoints,
    unit: z.enum(['%', 'count']),
    whole: z.boolean(),
    maximum: z.number(),
    edges: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    facts: FactRatio.optional(),
  }),
  /** A management option 0..4 worth `points`; as a gate it is met from `metFrom` up and scores nothing. */
  z.strictObject({ kind: z.literal('option'), points: FivePoints, metFrom: z.int().optional() }),
  /** A must-have answered yes, partly or no. */
  z.strictObject({ kind: z.literal('gate') }),
  /** Ticked functions; their number gives option 0..4 by the four lower edges. */
  z.strictObject({
    kind: z.literal('tally'),
    points: FivePoints,
    choices: z.array(z.string()),
    edges: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  }),
  /** One of the options, counted from 0; a percentage falls into bands that include their upper edge. */
  z.strictObject({
    kind: z.literal('single'),
    points: z.array(z.number()),
    bands: z.array(z.number()).optional(),
    facts: FactRatio.optional(),
    fallback: QuestionId.optional(),
  }),
  /** Ticked options with ids "1".."n", each adding its points. */
  z.strictObject({ kind: z.literal('multiple'), points: z.array(z.number()), maximum: z.number() }),
]);
export type QuestionForm = z.infer<typeof QuestionForm>;
type FormByKind = { [F in QuestionForm as F['kind']]: F };
export type FormOf<K extends QuestionForm['kind']> = FormByKind[K];

/** Which enterprises are asked: any of the sub-sectors, or mills with or without wet processes; neither means all. */
export const Applicability = z.strictObject({
  subSectors: z.array(SubSector).optional(),
  site: z.enum(['wet', 'dry']).optional(),
});
export type Applicability = z.infer<typeof Applicability>;

/** What a question rests on. `clause` is null unless the text of the clause was seen. */
export const Basis = z.strictObject({
  subDomain: z.string().nullable(),
  text: LocalizedText,
  clause: z.string().nullable(),
});

export const Proof = z.strictObject({
  kind: z.enum(['document', 'record', 'photo', 'system']),
  'zh-CN': z.string().min(1),
  en: z.string().min(1),
});

/** Help beside a question; a chunk of its own, since scoring does not need it. */
export const Guidance = z.strictObject({
  why: LocalizedText,
  goodEnough: LocalizedText,
  /** What holds for every mill that is asked, without an example from one trade. */
  doBetter: LocalizedText,
  /** How that looks in each sub-sector that is asked; `adviceFor` picks the mill's own. */
  examples: z.partialRecord(SubSector, LocalizedText),
  proof: z.array(Proof).min(1),
  ask: LocalizedText,
});
export type Guidance = z.infer<typeof Guidance>;
export const GuidanceById = z.record(z.string(), Guidance);

export const Question = z.strictObject({
  id: QuestionId,
  dimension: DimensionId,
  form: QuestionForm,
  /** What it is about in a few words, for headlines; its stem does where there is none. */
  short: LocalizedText.optional(),
  stem: LocalizedText,
  /** Texts of the rungs 1..5, the options from 0, or the ticks, in the order of the form. */
  options: z.array(LocalizedText),
  applies: Applicability,
  /** Nominal weight inside its dimension; equal weights where the pack has none. */
  weight: z.number(),
  naAllowed: z.boolean(),
  basis: Basis,
  source: z.string(),
  mark: Mark,
});
export type Question = z.infer<typeof Question>;

/** The value at 100, 85, 70, 40 and 0 points with what each rests on. */
export const AnchorRow = z.strictObject({
  key: z.enum([...PRODUCT_CLASSES, 'all', 'decline']),
  unit: z.string(),
  values: FivePoints,
  marks: z.tuple([Mark, Mark, Mark, Mark, Mark]),
  basis: LocalizedText,
});
export type AnchorRow = z.infer<typeof AnchorRow>;

export const Kpi = z.strictObject({
  id: KpiId,
  name: LocalizedText,
  /** What it is and how it is reckoned, for people. */
  stem: LocalizedText,
  unit: z.string(),
  weight: z.strictObject({ wet: z.number(), dry: z.number() }),
  anchors: z.array(AnchorRow),
  source: z.string(),
  mark: Mark,
});
export type Kpi = z.infer<typeof Kpi>;

export const Dimension = z.strictObject({
  id: DimensionId,
  name: LocalizedText,
  weight: z.strictObject({ process: z.number(), discrete: z.number() }),
});
export type Dimension = z.infer<typeof Dimension>;

export const Levels = z.strictObject({
  /**
   * Official names from level 0 upwards, index = level; only where an authority named them. Our own levels have none:
   * names of other ladders would mislead beside them.
   */
  names: z.array(LocalizedText).optional(),
  lowest: z.int(),
  /** Score needed for the levels 1, 2, …; null where the level needs none. */
  thresholds: z.array(z.number()),
});
export type Levels = z.infer<typeof Levels>;

/** A condition on answers that a level needs besides its score. */
export const LevelRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('count-at-rung'),
    level: z.int(),
    dimension: DimensionId,
    count: z.int(),
    rung: z.number(),
  }),
  z.strictObject({ kind: z.literal('question-at-rung'), level: z.int(), question: QuestionId, rung: z.number() }),
  z.strictObject({ kind: z.literal('mean-rung'), level: z.int(), dimension: DimensionId, rung: z.number() }),
]);
export type LevelRule = z.infer<typeof LevelRule>;

export const Source = z.strictObject({
  title: LocalizedText,
  documentNo: z.string().nullable(),
  mark: Mark,
  checkedOn: z.string().nullable(),
});
export type Source = z.infer<typeof Source>;

const PackVersion = z.string().regex(/^\d+\.\d+\.\d+$/);

/** How answers come over from the version before: under the same ids, but for the questions whose id was renamed. */
export const Upgrade = z.strictObject({
  from: PackVersion,
  /** New ids by old ones. */
  renamed: z.record(z.string(), QuestionId),
});
export type Upgrade = z.infer<typeof Upgrade>;

const packBase = {
  ...schemaLine,
  id: PackId,
  version: PackVersion,
  name: LocalizedText,
  shortName: LocalizedText,
  dimensions: z.array(Dimension),
  levels: Levels,
  sources: z.record(z.string(), Source),
  /** Versions of other packs that this one is scored with where a diagnosis does not pin them. */
  leansOn: z.partialRecord(PackId, PackVersion),
  /** How answers to the version before come over; absent in the first version. */
  upgrade: Upgrade.optional(),
  questions: z.array(Question),
};

const GbtDomain = z.strictObject({
  id: z.string(),
  weight: z.strictObject({ process: z.number(), discrete: z.number() }),
  subDomains: z.array(z.string()),
});

/** Weights of the indicative GB/T 39116 level; reference weights, adjustable, not certified. */
export const Gbt39116 = z.strictObject({
  passAt: z.number(),
  /** Official names of its levels, from 0 (none) to 5. */
  names: z.array(LocalizedText).length(6),
  elements: z.array(
    z.strictObject({
      id: z.string(),
      weight: z.strictObject({ process: z.number(), discrete: z.number() }),
      domains: z.array(GbtDomain),
    }),
  ),
  mark: Mark,
  source: z.string(),
});
export type Gbt39116 = z.infer<typeof Gbt39116>;

/** Of the questions of `dimensions`, `wide` must reach rung k-1 and `half` rung k (numerator, denominator). */
export const BaseRule = z.strictObject({
  dimensions: z.array(DimensionId),
  wide: z.tuple([z.int(), z.int()]),
  half: z.tuple([z.int(), z.int()]),
});
export type BaseRule = z.infer<typeof BaseRule>;

/** Packs answered by rungs: intelligent manufacturing and cloud adoption. */
export const LadderPack = z.strictObject({
  ...packBase,
  method: z.literal('ladder'),
  discreteSubSectors: z.array(SubSector),
  baseRule: BaseRule.nullable(),
  levelRules: z.array(LevelRule),
  gbt39116: Gbt39116.nullable(),
});
export type LadderPack = z.infer<typeof LadderPack>;

const standardOutput = z.strictObject({
  class: z.enum(PRODUCT_CLASSES),
  unit: z.enum(['100m', 't']),
  widthCm: z.number().nullable(),
  massKgPer100m: z.tuple([z.number(), z.number()]).nullable(),
  source: z.string(),
  mark: Mark,
});

export const StandardOutputRules = z.strictObject({
  classes: z.array(standardOutput),
  massFactorLimits: z.tuple([z.number(), z.number()]),
});
export type StandardOutputRules = z.infer<typeof StandardOutputRules>;

export const WaterPack = z.strictObject({
  ...packBase,
  method: z.literal('water'),
  wetProcesses: z.array(Process),
  /** Mills of these sub-sectors are wet whatever processes they ticked. */
  wetSubSectors: z.array(SubSector),
  kpis: z.array(Kpi),
  gateCap: z.int(),
  bonus: z.strictObject({ kpi: KpiId, points: z.number() }),
  /** Fitted / required at which each meter level counts as complete. */
  meterTargets: z.tuple([z.number(), z.number(), z.number()]),
  standardOutput: StandardOutputRules,
});
export type WaterPack = z.infer<typeof WaterPack>;

export const SimItem = z.strictObject({ id: z.string(), points: z.number() });
export type SimItem = z.infer<typeof SimItem>;

const Factor = z.strictObject({
  fact: NumericFactId,
  kgcePerUnit: z.number(),
  kgCo2PerUnit: z.number(),
  energyMark: Mark,
  carbonMark: Mark,
  energySource: z.string(),
  carbonSource: z.string(),
});

export const EnergyFactors = z.strictObject({
  carriers: z.array(Factor),
  sold: z.array(Factor),
  renewable: z.strictObject({ facts: z.array(NumericFactId), kgcePerUnit: z.number() }),
});
export type EnergyFactors = z.infer<typeof EnergyFactors>;

export const GreenPack = z.strictObject({
  ...packBase,
  method: z.literal('green'),
  kpis: z.array(Kpi),
  gateCap: z.int(),
  /** Gates that only a title asks for; the others are the law's. */
  titleGates: z.array(QuestionId),
  simWeight: z.number(),
  /** The simulated GB/T 36132-2025 items in pack order; ids of KPIs or questions. */
  simItems: z.array(SimItem),
  platform: z.strictObject({ question: QuestionId, full: z.number() }),
  readiness: z.array(z.strictObject({ id: z.string(), sim: z.number(), name: LocalizedText })),
  drainage: z.array(
    z.strictObject({
      class: z.enum(PRODUCT_CLASSES),
      kgPer100m: z.number().nullable(),
      baseline: z.number(),
      source: z.string(),
      mark: Mark,
    }),
  ),
  energy: EnergyFactors,
  /** A management answer that contradicts a gate answered yes. */
  contradiction: z.strictObject({ gate: QuestionId, question: QuestionId, below: z.number() }),
});
export type GreenPack = z.infer<typeof GreenPack>;

export const Scene = z.strictObject({
  id: z.string(),
  name: LocalizedText,
  constrained: z.boolean(),
  domain: LocalizedText,
  levels: z.array(LocalizedText).length(4),
  /** Questions whose highest whole rung is the scene's level; each counts from its own rung up. */
  questions: z.array(z.strictObject({ id: QuestionId, fromRung: z.number() })),
});
export type Scene = z.infer<typeof Scene>;

export const SmePack = z.strictObject({
  ...packBase,
  method: z.literal('sme'),
  /** The pack off whose answers the scenes are read; a diagnosis that pins that one is scored by this one too. */
  readsFrom: PackId,
  scenes: z.array(Scene),
  /** For the levels 1..4: scenes that must reach the level, and constrained ones among them. */
  sceneNeeds: z.array(z.strictObject({ all: z.int(), constrained: z.int() })),
});
export type SmePack = z.infer<typeof SmePack>;

export const Pack = z.discriminatedUnion('method', [LadderPack, WaterPack, GreenPack, SmePack]);
export type Pack = z.infer<typeof Pack>;

/** The files of a pack's folder: `pack.json` holds all but its questions and scenes, which stand in files of their own. */
export const PackFile = z.discriminatedUnion('method', [
  LadderPack.omit({ questions: true }),
  WaterPack.omit({ questions: true }),
  GreenPack.omit({ questions: true }),
  SmePack.omit({ questions: true, scenes: true }),
]);
export const QuestionFile = z.array(Question);
export const SceneFile = z.array(Scene);

import { z } from 'zod';
import { NumericFactId } from './facts.ts';
import { KpiId, QuestionId } from './ids.ts';
import { LocalizedText } from './localized-text.ts';
import { Mark } from './marks.ts';
import { Source } from './pack.ts';
import { schemaLine } from './schema-line.ts';
import { Process, SubSector } from './vocabulary.ts';

/** Two letters for the area, two digits: `WA05`. */
export const MeasureId = z
  .string()
  .regex(/^[A-Z]{2}\d{2}$/)
  .brand<'MeasureId'>();
export type MeasureId = z.infer<typeof MeasureId>;

/** A figure with its range; low <= planned <= high. */
export const Range = z
  .strictObject({ low: z.number().min(0), planned: z.number().min(0), high: z.number().min(0) })
  .refine((range) => range.low <= range.planned && range.planned <= range.high, { error: 'range-out-of-order' });
export type Range = z.infer<typeof Range>;

const Share = Range.refine(({ high }) => high <= 1, { error: 'share-above-1' });

/** Where a figure comes from. `source` is a key of the file's sources; null only for our own estimate, whose `basis` shows its arithmetic. */
const origin = { basis: LocalizedText, source: z.string().nullable(), mark: Mark };

/**
 * An answer that the measure makes possible, for a mill that stands at `from` or above: a rung or option, a gate met,
 * or functions that can be ticked. Of several lifts of one question the best counts.
 */
export const Lift = z
  .strictObject({
    question: QuestionId,
    from: z.number().min(0),
    rung: z.number().min(0).optional(),
    gate: z.literal('yes').optional(),
    choices: z.array(z.string()).min(1).optional(),
  })
  .refine((lift) => [lift.rung, lift.gate, lift.choices].filter((part) => part !== undefined).length === 1, {
    error: 'not-one-lift',
  });
export type Lift = z.infer<typeof Lift>;

/** What a mill is by its people: micro under 20, small under 300, medium under 1,000 (统计上大中小微型企业划分办法 2017, industry). */
export const MILL_SIZES = ['micro', 'small', 'medium', 'large'] as const;
const BySize = z.strictObject({
  micro: z.number().min(0),
  small: z.number().min(0),
  medium: z.number().min(0),
  large: z.number().min(0),
});

/** What a line of the register may lack beside the features of its kind. */
export const CONNECTIONS = ['digital', 'networked', 'onCloud'] as const;

/**
 * The machines that the measure works on: those of any of these kinds that lack `lacks`, a feature of each kind or a
 * connection; all of them where that is null. `typical` is how many such units a mill of that size has where it has no
 * register; `builtBefore` leaves out lines built in that year or later.
 */
export const Scope = z.strictObject({
  kinds: z.array(z.string()).min(1),
  lacks: z.string().nullable(),
  builtBefore: z.int().optional(),
  typical: BySize,
});
export type Scope = z.infer<typeof Scope>;

/** What an amount is counted by: each unit of the scope, so many of a fact (`typical` of it where it is unknown), or the mill as one. */
export const Per = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit') }),
  z.strictObject({
    kind: z.literal('fact'),
    fact: NumericFactId,
    each: z.number().positive(),
    typical: BySize,
  }),
  z.strictObject({ kind: z.literal('mill') }),
]);
export type Per = z.infer<typeof Per>;

export const FLOWS = ['water', 'electricity', 'heat'] as const;
export const Flow = z.enum(FLOWS);
export type Flow = z.infer<typeof Flow>;

/** The whole flow, in place of one of its end uses. */
export const WHOLE_FLOW = 'all';

export const LOSSES = ['rework', 'returns', 'late', 'downtime'] as const;
export const Loss = z.enum(LOSSES);
export type Loss = z.infer<typeof Loss>;

/** Facts of which a measure may need more. */
export const ADDED_FACTS = ['energy.electricity', 'energy.steam', 'energy.gas', 'water.intake.town'] as const;

/** What a measure brings a year once it is done, physical first; money follows from the prices of the mill. */
export const Effect = z.discriminatedUnion('kind', [
  /**
   * A share 0..1 of an end use of a flow that is no longer needed where every machine of the scope has it; `fuel` where
   * only that one falls, else steam, gas and coal fall alike.
   */
  z.strictObject({
    kind: z.literal('flow'),
    flow: Flow,
    endUse: z.string(),
    share: Share,
    fuel: z.enum(['steam', 'gas', 'coal']).optional(),
    ...origin,
  }),
  /** A share 0..1 of a yearly loss (`loss.*`) that no longer arises. */
  z.strictObject({ kind: z.literal('loss'), loss: Loss, share: Share, ...origin }),
  /** More of a flow, in the unit of its fact. */
  z.strictObject({ kind: z.literal('adds'), fact: z.enum(ADDED_FACTS), amount: Range, per: Per, ...origin }),
  /** Electricity of its own, kWh; `priceShare` is what a kWh at its hours is worth of the mill's mean price, 0..1. */
  z.strictObject({
    kind: z.literal('generates'),
    kWh: Range,
    per: Per,
    priceShare: z.number().min(0).max(1),
    ...origin,
  }),
  /** Jobs that are no longer filled. */
  z.strictObject({ kind: z.literal('persons'), persons: Range, per: Per, ...origin }),
  /** Another cost that falls, yuan: dyes, chemicals, fabric, sludge. */
  z.strictObject({ kind: z.literal('other'), what: LocalizedText, yuan: Range, per: Per, ...origin }),
  /** A KPI that reaches a value if it is worse now, whatever other measures do. */
  z.strictObject({ kind: z.literal('reaches'), kpi: KpiId, to: z.number().min(0), ...origin }),
]);
export type Effect = z.infer<typeof Effect>;
export type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** Spent once, in 10k yuan: a fixed part and one that grows with units or with the mill. `fee` comes every year, and `feePer` with what it grows with. */
export const Cost = z.strictObject({
  fixed: Range,
  per: z.strictObject({ per: Per, wan: Range }).nullable(),
  fee: Range.nullable(),
  feePer: z.strictObject({ per: Per, wan: Range }).optional(),
  ...origin,
});
export type Cost = z.infer<typeof Cost>;

export const STAGES = ['management', 'automation', 'networking', 'digitalisation', 'green'] as const;
export const UPGRADES = ['core', 'line', 'machine'] as const;
export const PAINS = ['cost', 'quality', 'delivery', 'labour', 'energy-water', 'customer'] as const;
export const Pain = z.enum(PAINS);
export type Pain = z.infer<typeof Pain>;
export const SERVICES = ['smart-retrofit', 'equipment-on-cloud', 'platform', 'online-marketing'] as const;
export const PROVIDERS = [
  'software',
  'integrator',
  'equipment',
  'cloud',
  'platform',
  'telecom',
  'security',
  'energy-service',
  'water-treatment',
  'certification',
  'training',
  'design-institute',
  'internal',
] as const;

/** One project of the catalogue as an engineer writes it (planning.md 2). */
export const Measure = z.strictObject({
  id: MeasureId,
  name: LocalizedText,
  /** What is done, in one to three sentences that hold for every mill it fits. */
  what: LocalizedText,
  /** What is done at a mill of a sub-sector, in place of `what`. */
  whatFor: z.partialRecord(SubSector, LocalizedText),
  /** Any of the sub-sectors, any of the processes, wet or dry; what is absent does not restrict. */
  applies: z.strictObject({
    subSectors: z.array(SubSector).min(1).optional(),
    processes: z.array(Process).min(1).optional(),
    site: z.enum(['wet', 'dry']).optional(),
  }),
  /** Null where it works on no machine. */
  scope: Scope.nullable(),
  /** In place where each of these questions has reached its rung (a gate is 1), unless the register or the mill says. Empty: never by answers. */
  inPlaceAt: z.array(z.tuple([QuestionId, z.number().min(0)])),
  lifts: z.array(Lift),
  effects: z.array(Effect),
  /** Reuse of water or new machines, which go beyond what management can save (planning.md 2, Together). */
  isDeep: z.boolean(),
  /** Measures that must be done, or be in place already, first. */
  requires: z.array(MeasureId),
  excludes: z.array(MeasureId),
  stage: z.enum(STAGES),
  /** 设备换芯, 生产换线, 机器换人; null where it is none of them. */
  upgrade: z.enum(UPGRADES).nullable(),
  cost: Cost,
  /** Ids of seeds/cases that did the like. */
  cases: z.array(z.string()),
  /** Months from the decision to the effect. */
  months: z.strictObject({ range: Range, mark: Mark }),
  /** Person-months of the mill's own people. */
  effort: z.number().positive(),
  risk: LocalizedText,
  proof: z.array(LocalizedText).min(1),
  /** The figure by which the mill accepts the work, and when it is read (验收指标). */
  acceptance: LocalizedText,
  provider: z.enum(PROVIDERS),
  /** The digital specialist's service area; null where it is none of the four. */
  service: z.enum(SERVICES).nullable(),
  training: LocalizedText.nullable(),
  pains: z.array(Pain).min(1),
  sources: z.array(z.string()),
  mark: Mark,
});
export type Measure = z.infer<typeof Measure>;

/** A file of the catalogue with the sources that its measures name. */
export const MeasureFile = z.strictObject({
  ...schemaLine,
  sources: z.record(z.string(), Source),
  measures: z.array(Measure),
});
export type MeasureFile = z.infer<typeof MeasureFile>;

/** What the flows of a sub-sector go into: shares that sum to 1 for each flow that is there. */
export const EndUseFile = z.strictObject({
  ...schemaLine,
  sources: z.record(z.string(), Source),
  endUses: z.array(z.strictObject({ id: z.string(), flow: Flow, name: LocalizedText })),
  splits: z.array(
    z.strictObject({
      subSector: SubSector,
      flow: Flow,
      shares: z.record(z.string(), z.number().positive().max(1)),
      ...origin,
    }),
  ),
});
export type EndUseFile = z.infer<typeof EndUseFile>;

/** How a case is known: an event reported, a project or its announcement, a tender, a handbook, a study, a vendor's word, our arithmetic. */
export const CASE_KINDS = ['event', 'project', 'tender', 'handbook', 'study', 'vendor', 'derived'] as const;

/** A mill or programme that did something of the kind: evidence beside our arithmetic, never a figure of the plan. */
export const CaseFile = z.strictObject({
  ...schemaLine,
  sources: z.record(z.string(), Source),
  cases: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      /** Who and where, how large. */
      mill: LocalizedText,
      /** What was done. */
      did: LocalizedText,
      /** Year in which it was done or published; null where the source does not say. */
      year: z.int().nullable(),
      /** What it cost, in the money of the source. */
      cost: LocalizedText.nullable(),
      saved: LocalizedText.nullable(),
      /** Years; null where neither the source says nor the figures allow. */
      payback: z.strictObject({ low: z.number().min(0), high: z.number().positive() }).nullable(),
      kind: z.enum(CASE_KINDS),
      source: z.string(),
      mark: Mark,
    }),
  ),
});
export type CaseFile = z.infer<typeof CaseFile>;
export type Case = CaseFile['cases'][number];

/** Prices that stand in where the mill gives none, in the unit of the fact; only where a source has one. */
export const PriceFile = z.strictObject({
  ...schemaLine,
  sources: z.record(z.string(), Source),
  prices: z.array(z.strictObject({ fact: NumericFactId, value: z.number().positive(), ...origin, source: z.string() })),
});
export type PriceFile = z.infer<typeof PriceFile>;

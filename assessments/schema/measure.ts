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

/** Where a figure comes from. `source` is a key of the file's sources; null only for our own estimate. */
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

export const FLOWS = ['water', 'electricity', 'heat'] as const;
export const Flow = z.enum(FLOWS);
export type Flow = z.infer<typeof Flow>;

/** A share (0..1) of the mill's whole yearly flow that is no longer needed. Shares of several measures multiply as remainders. */
export const Saving = z.strictObject({ flow: Flow, share: Range, ...origin });
export type Saving = z.infer<typeof Saving>;

/** A KPI that reaches a value if it is worse now, whatever other measures do. */
export const Reach = z.strictObject({ kpi: KpiId, to: z.number().min(0), ...origin });
export type Reach = z.infer<typeof Reach>;

/** Cost in 10k yuan: a fixed part and a part that grows with the mill. `typical` stands in where the driver is unknown. */
export const Cost = z.strictObject({
  fixed: Range,
  per: z
    .strictObject({ driver: NumericFactId, units: z.number().positive(), typical: z.number().positive(), wan: Range })
    .nullable(),
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

/** One project of the catalogue: what it lifts, what it needs first, what it costs and saves, and how far each figure may be trusted. */
export const Measure = z.strictObject({
  id: MeasureId,
  name: LocalizedText,
  /** What is done, in one to three sentences. */
  what: LocalizedText,
  lifts: z.array(Lift),
  /** Empty where no source gives a saving. */
  saves: z.array(Saving),
  reaches: z.array(Reach),
  /** Measures that must be done, or be in place already, first. */
  requires: z.array(MeasureId),
  excludes: z.array(MeasureId),
  /** Any of the sub-sectors, any of the processes, wet or dry; what is absent does not restrict. */
  applies: z.strictObject({
    subSectors: z.array(SubSector).min(1).optional(),
    processes: z.array(Process).min(1).optional(),
    site: z.enum(['wet', 'dry']).optional(),
  }),
  stage: z.enum(STAGES),
  /** 设备换芯, 生产换线, 机器换人; null where it is none of them. */
  upgrade: z.enum(UPGRADES).nullable(),
  cost: Cost,
  /** Years until the saving has paid the cost; null where no source says. */
  payback: z.strictObject({ low: z.number().min(0), high: z.number().positive(), ...origin }).nullable(),
  /** Months from the decision to the effect. */
  months: z.strictObject({ range: Range, mark: Mark }),
  /** Person-months of the mill's own people. */
  effort: z.number().positive(),
  risk: LocalizedText,
  proof: z.array(LocalizedText).min(1),
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

import { z } from 'zod';
import { LocalizedText } from './localized-text.ts';
import { Mark } from './marks.ts';
import { Quantity } from './quantity.ts';
import { schemaLine } from './schema-line.ts';
import { Year } from './units.ts';
import { Process, SubSector } from './vocabulary.ts';

/** In what machines of a kind are counted; kW, kWh and m3/d are what they can do, so that a count may be a fraction. */
export const MACHINE_UNITS = ['machine', 'line', 'set', 'station', 'kW', 'kWh', 'm3/d'] as const;

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Something that machines have or lack, whatever their kind, and what it matters for. */
export const MachineFeature = z.strictObject({
  id: Id,
  name: LocalizedText,
  matters: z.array(z.enum(['water', 'energy', 'emissions', 'automation', 'networking', 'quality'])).min(1),
});
export type MachineFeature = z.infer<typeof MachineFeature>;

const KindEntry = z.strictObject({
  id: Id,
  name: LocalizedText,
  unit: z.enum(MACHINE_UNITS),
  /** Absent: at home in all of them. */
  subSectors: z.array(SubSector).min(1).optional(),
  processes: z.array(Process).min(1).optional(),
  /** Counts as production equipment. */
  production: z.boolean(),
  /** Counts as main equipment, of which a share is on the cloud. */
  main: z.boolean(),
  /** How far `production` and `main` may be trusted. */
  mark: Mark,
  /** Ids of what it may have. */
  features: z.array(Id),
});

/** A file of kinds, and the file of the features that they name. */
export const MachineKindFile = z.strictObject({ ...schemaLine, kinds: z.array(KindEntry) });
export const MachineFeatureFile = z.strictObject({ ...schemaLine, features: z.array(MachineFeature) });

/** A kind of machine with what it may have, by id. */
export type MachineKind = Omit<z.infer<typeof KindEntry>, 'features'> & {
  readonly features: ReadonlyMap<string, MachineFeature>;
};
export type MachineKinds = ReadonlyMap<string, MachineKind>;

/** Reads the files of seeds/machines. @throws where one breaks the schema, an id stands twice or a feature is not there */
export function readMachineKinds(featureFile: unknown, kindFiles: readonly unknown[]): MachineKinds {
  const features = byId(MachineFeatureFile.parse(featureFile).features);
  const entries = kindFiles.flatMap((file) => MachineKindFile.parse(file).kinds);
  return byId(entries.map((entry) => ({ ...entry, features: byId(entry.features.map(featureOf)) })));

  function featureOf(id: string): MachineFeature {
    const feature = features.get(id);
    if (feature === undefined) throw new Error(`there is no feature ${id}`);
    return feature;
  }
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map(all.map((one) => [one.id, one]));
  if (found.size < all.length) throw new Error('an id of seeds/machines stands twice');
  return found;
}

/** What `machines.complete` says alone, in place of kinds: the register names every machine of the mill. */
export const ALL_KINDS = 'all';

/** Whether `machines.complete` says that the register names every machine of the mill. */
export function namesAllKinds(complete: readonly unknown[]): boolean {
  return complete.length === 1 && complete[0] === ALL_KINDS;
}

/** How many of a line's machines have what is counted; no more than there are. */
const LINE_COUNTS = ['digital', 'networked', 'onCloud'] as const;

/**
 * Machines of one kind. `digital`, `networked`, `onCloud` and `with` say how many of them have it; what is absent is
 * unknown, not 0. Lines of one kind, of other years or features, add up.
 */
export const MachineLine = z
  .looseObject({
    kind: z.string(),
    count: Quantity,
    /** The year they were built. */
    since: Year.optional(),
    digital: Quantity.optional(),
    networked: Quantity.optional(),
    onCloud: Quantity.optional(),
    with: z.record(z.string(), Quantity).optional(),
    note: z.string().optional(),
  })
  .superRefine((line, context) => {
    const counts = [
      ...LINE_COUNTS.map((name) => [[name], line[name]] as const),
      ...Object.entries(line.with ?? {}).map(([feature, count]) => [['with', feature], count] as const),
    ];
    for (const [path, count] of counts)
      if (count !== undefined && count > line.count)
        context.addIssue({
          code: 'custom',
          message: 'out-of-range',
          path: [...path],
          input: count,
          params: { most: line.count },
        });
  });
export type MachineLine = z.infer<typeof MachineLine>;

export const SYSTEM_KINDS = [
  'erp',
  'mes',
  'aps',
  'wms',
  'plm',
  'scada',
  'ems',
  'crm',
  'oa',
  'qms',
  'cad',
  'other',
] as const;

/** A software system of the mill. */
export const SystemLine = z.looseObject({
  kind: z.enum(SYSTEM_KINDS, { error: 'bad-value' }),
  name: z.string().optional(),
  since: Year.optional(),
  scope: z.string().optional(),
  cloud: z.boolean().optional(),
});
export type SystemLine = z.infer<typeof SystemLine>;

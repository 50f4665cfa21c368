import { z } from 'zod';

/**
 * A dossier's identity; safe as a folder name on every system (`[a-z0-9][a-z0-9-]{2,63}`, and no name that Windows has for
 * a device).
 */
export const DossierId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{2,63}$/, { error: 'bad-id' })
  .regex(/^(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)/, { error: 'reserved-name' })
  .brand<'DossierId'>();
export type DossierId = z.infer<typeof DossierId>;

export const QuestionId = z.string().min(1).brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

export const DimensionId = z.string().min(1).brand<'DimensionId'>();
export type DimensionId = z.infer<typeof DimensionId>;

/** KPIs of the water and green packs: K1 …, GK1 …. */
export const KpiId = z
  .string()
  .regex(/^G?K\d+[dw]?$/)
  .brand<'KpiId'>();
export type KpiId = z.infer<typeof KpiId>;

/** The packs that a mill chooses to be diagnosed by. */
export const TOPIC_IDS = ['intelligent-manufacturing', 'cloud-adoption', 'water-efficiency', 'green-factory'] as const;

/** The topics, and the reference pack that is read off one of them. */
export const PACK_IDS = [...TOPIC_IDS, 'sme-digital-level'] as const;
export const PackId = z.enum(PACK_IDS, { error: 'unknown-pack' });
export type PackId = z.infer<typeof PackId>;

/** A real calendar date, YYYY-MM-DD. */
export const IsoDate = z.iso.date({ error: 'bad-date' }).brand<'IsoDate'>();
export type IsoDate = z.infer<typeof IsoDate>;

import { z } from 'zod';
import { LocalizedText } from './localized-text.ts';
import { Mark } from './marks.ts';
import { schemaLine } from './schema-line.ts';
import { City } from './vocabulary.ts';

/** The counties of each city, and the development zones that statistics list beside them. */
export const RegionFile = z.strictObject({
  ...schemaLine,
  title: LocalizedText,
  source: LocalizedText,
  documentNo: z.string().nullable(),
  mark: Mark,
  checkedOn: z.iso.date(),
  cities: z.array(z.strictObject({ name: City, counties: z.array(z.string()).min(1), zones: z.array(z.string()) })),
});

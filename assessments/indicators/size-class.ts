import { z } from 'zod';
import type { Enterprise } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import { LocalizedText } from '../schema/localized-text.ts';
import { Mark } from '../schema/marks.ts';
import { schemaLine } from '../schema/schema-line.ts';
import data from './size-classes.json' with { type: 'json' };

const SizeClass = z.enum(['large', 'medium', 'small', 'micro']);
export type SizeClass = z.infer<typeof SizeClass>;

/** Lower limits of each class, the largest first. */
export const SizeClassFile = z.strictObject({
  ...schemaLine,
  documentNo: z.string(),
  title: LocalizedText,
  mark: Mark,
  classes: z.array(z.strictObject({ id: SizeClass, employees: z.int().min(0), revenueWan: z.number().min(0) })),
});

const { classes } = SizeClassFile.parse(data);

/**
 * Size class of an industrial enterprise: the highest whose lower limits of employees and revenue (10k yuan)
 * are both reached. Null while one of the two is missing.
 * Source: 国统字〔2017〕213号, recalled (mark unsourced-H).
 */
export function sizeClass(enterprise: Enterprise, facts: YearFacts): SizeClass | null {
  const employees = facts['people.employees'] ?? enterprise.employees;
  const revenue = facts['finance.revenue'];
  if (employees === undefined || revenue === undefined) return null;
  return classes.find((entry) => employees >= entry.employees && revenue >= entry.revenueWan)?.id ?? 'micro';
}

import type { Enterprise } from '../schema/dossier.ts';
import type { YearFacts } from '../schema/facts.ts';
import rule from './size-classes.json' with { type: 'json' };

export type SizeClass = 'large' | 'medium' | 'small' | 'micro';

/**
 * Size class of an industrial enterprise: the highest whose lower limits of employees and revenue (10k yuan)
 * are both reached. Null while one of the two is missing.
 * Source: 国统字〔2017〕213号, recalled (mark unsourced-H).
 */
export function sizeClass(enterprise: Enterprise, facts: YearFacts): SizeClass | null {
  const employees = facts['people.employees'] ?? enterprise.employees;
  const revenue = facts['finance.revenue'];
  if (employees === undefined || revenue === undefined) return null;
  const found = rule.classes.find((entry) => employees >= entry.employees && revenue >= entry.revenueWan);
  return (found?.id as SizeClass | undefined) ?? 'micro';
}

import type { Pins } from '#assessments/packs/library.ts';
import { library } from '#assessments/packs/registry.ts';
import { canonicalJson } from '#assessments/schema/canonical-json.ts';
import { METHOD_VERSION } from '#assessments/schema/result.ts';
import type { EnterpriseRow, ScoredWith } from './database.ts';

/** What this program scores a diagnosis with these pins with. */
export function scoredWith(pins: Pins): ScoredWith {
  const versions = Object.values(library.pinnedBy(pins).packs).map(({ id, version }) => [id, version] as const);
  return { method: METHOD_VERSION, pins, versions: Object.fromEntries(versions) as ScoredWith['versions'] };
}

/** Whether the scores of a row are not those of this program; false where it has none. */
export function isOutdated({ summary }: Pick<EnterpriseRow, 'summary'>): boolean {
  if (summary === null) return false;
  const { scoredWith: was } = summary;
  return was === undefined || canonicalJson(was) !== canonicalJson(scoredWith(was.pins));
}

/** The row without scores that are not those of this program. */
export function withoutOutdated(row: EnterpriseRow): EnterpriseRow {
  return isOutdated(row) ? { ...row, summary: null } : row;
}

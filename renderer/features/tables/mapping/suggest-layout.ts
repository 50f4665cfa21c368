import type { Sheet } from '../reading/table.ts';
import { findHeader } from './find-header.ts';
import type { Layout } from './layout.ts';
import { statisticsFormOf } from './statistics-forms.ts';
import { suggestedRoles } from './suggest-columns.ts';

/** How a sheet seems to be laid out; the user may change all of it. */
export function suggestedLayout(sheet: Sheet): Layout {
  const place = findHeader(sheet.rows);
  return { ...place, roles: suggestedRoles(sheet.rows, place, statisticsFormOf(sheet)) };
}

import { signsOf } from '#assessments/exchange/same-mill.ts';
import type { EnterpriseRow } from '../../storage/database.ts';

/** Another enterprise of the list that shares a name or credit code. */
export interface Twin {
  readonly id: string;
  readonly name: string;
}

/** By the id of an enterprise, the first other one of its name or credit code; deleted ones are nobody's. */
export function twinsOf(rows: readonly EnterpriseRow[]): ReadonlyMap<string, Twin> {
  const kept = rows.filter(({ deletedAt }) => deletedAt === null);
  const bySign = Map.groupBy(
    kept.flatMap((row) => signsOf(row.base.enterprise).map((sign) => ({ sign, row }))),
    ({ sign }) => sign,
  );
  const twins = new Map<string, Twin>();
  for (const those of bySign.values()) {
    for (const { row } of those.length > 1 ? those : []) {
      const other = those.find((one) => one.row.id !== row.id)?.row;
      if (other !== undefined && !twins.has(row.id))
        twins.set(row.id, { id: other.id, name: other.base.enterprise.name });
    }
  }
  return twins;
}

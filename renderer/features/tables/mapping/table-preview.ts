import type { Dossier } from '#assessments/schema/dossier.ts';
import type { NumericFactId } from '#assessments/schema/facts.ts';
import type { Preview, Refused } from '../change.ts';
import { figureFor } from '../figure-for.ts';
import { storedFact } from '../stored-fact.ts';
import type { ItemSum } from './sum-items.ts';
import { suggestedFact } from './suggest-fact.ts';
import { isAdded, offeredUnits, timesOf } from './units.ts';

/** What the user takes a thing in a table for. */
export interface Mapping {
  /** Null for nothing that is taken. */
  readonly fact: NumericFactId | null;
  /** Empty until it is chosen. */
  readonly unit: string;
  /** Null until it is chosen. */
  readonly year: number | null;
}

/** What a thing in a table seems to be: nothing where its name is not sure, and months that make no whole year wait for the user. */
export function suggestedMapping(sum: ItemSum, year: number | null): Mapping {
  const fact = isPartOfYear(sum) ? null : suggestedFact(sum.item);
  return { fact, unit: fact === null ? '' : unitFor(fact, sum), year: sum.year ?? year };
}

/** The unit that the table has for it, where the fact knows that one; of a fact with one unit only that. */
export function unitFor(fact: NumericFactId, { unit, isPercent }: Pick<ItemSum, 'unit' | 'isPercent'>): string {
  if (timesOf(fact, unit) !== null) return unit;
  const [only = '', other] = offeredUnits(fact);
  return other === undefined && (unit === '' || isPercent) ? only : '';
}

/** Whether some months were added, but not twelve. */
export function isPartOfYear({ months }: Pick<ItemSum, 'months'>): boolean {
  return months > 0 && months < 12;
}

/** What the chosen things would change; several that are the same fact of the same year are added. */
export function tablePreview(sums: readonly ItemSum[], mappings: readonly Mapping[], dossier: Dossier): Preview {
  const found = new Map<
    string,
    { readonly fact: NumericFactId; readonly year: number; value: number; count: number }
  >();
  const refused: Refused[] = [];
  sums.forEach((sum, i) => {
    const { fact = null, unit = '', year = null } = mappings[i] ?? {};
    if (fact === null) return;
    const read = storedOf(sum, fact, unit, year);
    if (typeof read === 'string') refused.push({ place: sum.item, text: `${sum.value} ${unit}`.trim(), reason: read });
    else {
      const key = `${fact} ${year}`;
      const before = found.get(key);
      const value = Number(((before?.value ?? 0) + read).toPrecision(12));
      found.set(key, { fact, year: year ?? 0, value, count: (before?.count ?? 0) + 1 });
    }
  });
  const taken = [...found.values()].filter(({ fact, year, count, value }) => {
    if (count === 1 || isAdded(fact)) return true;
    refused.push({ place: String(count), field: { fact, year }, text: String(value), reason: 'not-added' });
    return false;
  });
  const changes = taken.map(({ fact, year, value }) => ({
    kind: 'fact' as const,
    fact,
    year,
    before: storedFact(dossier, fact, year),
    after: value,
  }));
  const changed = changes.filter(({ before, after }) => before !== after);
  return { changes: changed, refused, same: changes.length - changed.length };
}

function storedOf(sum: ItemSum, fact: NumericFactId, unit: string, year: number | null): number | Refused['reason'] {
  if (sum.figures === 0) return 'not-a-figure';
  if (year === null) return 'year-unknown';
  if (sum.figures > 1 && !isAdded(fact)) return 'not-added';
  const times = timesOf(fact, unit);
  return times === null ? 'unit-unknown' : figureFor(fact, { ...sum, times });
}

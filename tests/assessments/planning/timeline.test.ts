import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#assessments/planning/catalogue.ts';
import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { monthsBetween, spansOf } from '#assessments/planning/timeline.ts';
import { PlanItem } from '#assessments/schema/plan.ts';
import { measureFiles } from '#seeds/measures/index.ts';

const [some] = readCatalogue(measureFiles).measures;
const START = '2026-11-24';

/** A planned measure of some months; null for one of the enterprise's own. */
function entry(json: object, months: number | null, requires: readonly string[] = []): PlannedMeasure {
  const item = PlanItem.parse(json);
  if (some === undefined) throw new Error('the catalogue is empty');
  const range = { low: 1, planned: months ?? 0, high: 2 * (months ?? 0) };
  const measure = months === null ? null : { ...some, months: { ...some.months, range } };
  return { item, measure, cost: { low: 0, planned: 0, high: 0, isSized: true }, requires };
}

const spanOf = (entries: readonly PlannedMeasure[], id: string) => spansOf(entries, START).get(id);

describe('the months of a measure', () => {
  it('begin with its phase', () => {
    expect(spanOf([entry({ id: 'a', phase: 2 }, 4)], 'a')).toEqual({ from: 6, to: 10, latest: 14 });
  });

  it('begin after what it requires, in whichever order they stand', () => {
    const entries = [entry({ id: 'b', phase: 1 }, 2, ['a']), entry({ id: 'a', phase: 1 }, 3)];
    expect(spanOf(entries, 'b')).toEqual({ from: 3, to: 5, latest: 7 });
  });

  it('begin before the phase where they would not end in it, but never before what it requires', () => {
    expect(spanOf([entry({ id: 'a', phase: 3 }, 24)], 'a')).toMatchObject({ from: 12, to: 36 });
    const entries = [entry({ id: 'b', phase: 3 }, 24, ['a']), entry({ id: 'a', phase: 2 }, 10)];
    expect(spanOf(entries, 'b')).toMatchObject({ from: 16, to: 40 });
  });

  it('are the whole phase for one of the enterprise’s own', () => {
    expect(spanOf([entry({ id: 'own-1', phase: 2 }, null)], 'own-1')).toEqual({ from: 6, to: 18, latest: 18 });
  });

  it('follow the days that were given', () => {
    const item = { id: 'a', phase: 1, startOn: '2027-01-24', endOn: '2027-04-09' } as const;
    expect(spanOf([entry(item, 6)], 'a')).toEqual({ from: 2, to: 4.5, latest: 4.5 });
    expect(spanOf([entry({ ...item, startOn: '2026-01-01', endOn: '2026-02-01' }, 6)], 'a')).toMatchObject({
      from: 0,
      to: 0,
    });
  });
});

describe('months between days', () => {
  it.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2027-01-24', 2],
    ['2026-11-24', '2026-12-09', 0.5],
    ['2027-01-24', '2026-11-24', -2],
  ])('%s to %s', (from, to, months) => {
    expect(monthsBetween(from, to)).toBeCloseTo(months, 9);
  });
});

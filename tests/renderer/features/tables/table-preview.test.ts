import { describe, expect, it } from 'vitest';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { ItemSum } from '#renderer/features/tables/mapping/sum-items.ts';
import { suggestedMapping, tablePreview, type Mapping } from '#renderer/features/tables/mapping/table-preview.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

function sum(part: Partial<ItemSum>): ItemSum {
  return {
    item: '自来水',
    unit: '吨',
    year: 2025,
    value: 10,
    isPercent: false,
    figures: 12,
    months: 12,
    unread: [],
    ...part,
  };
}

function dossier(): Dossier {
  const [first] = demoMills();
  if (first === undefined) throw new Error('no demo mill');
  return { ...first.dossier, facts: { '2025': { 'water.intake.town': 7, 'energy.coal': 5 } } };
}

const mapping = (part: Partial<Mapping>): Mapping => ({ fact: 'water.intake.town', unit: '吨', year: 2025, ...part });

describe('where the sums of a table go', () => {
  it('is suggested by name and unit, not where the unit cannot be converted or the year is not whole', () => {
    expect(suggestedMapping(sum({ year: null }), 2024)).toEqual({ fact: 'water.intake.town', unit: '吨', year: 2024 });
    expect(suggestedMapping(sum({ item: '蒸汽' }), null)).toEqual({ fact: 'energy.steam', unit: '', year: 2025 });
    expect(suggestedMapping(sum({ months: 9 }), null).fact).toBeNull();
    expect(suggestedMapping(sum({ item: '水费', unit: '元' }), null).fact).toBeNull();
  });

  it('adds several meters of one fact, each in its unit, and says what is there now', () => {
    const sums = [sum({}), sum({ unit: '万吨', value: 0.5 })];
    expect(tablePreview(sums, [mapping({}), mapping({ unit: '万吨' })], dossier()).changes).toEqual([
      { kind: 'fact', fact: 'water.intake.town', year: 2025, before: 7, after: 5010 },
    ]);
  });

  it('counts what is the same and changes nothing', () => {
    const same = tablePreview([sum({ value: 7 })], [mapping({})], dossier());
    expect(same).toEqual({ changes: [], refused: [], same: 1 });
  });

  it.each([
    ['year-unknown', {}, { year: null }],
    ['unit-unknown', {}, { unit: '' }],
    ['negative', { value: -1 }, {}],
    ['is-percent', { isPercent: true }, {}],
    ['not-a-figure', { figures: 0 }, {}],
    ['not-added', { value: 300 }, { fact: 'people.employees', unit: '人' }],
    ['out-of-range', { value: 120, figures: 1 }, { fact: 'delivery.on-time', unit: '%' }],
  ] as const)('refuses what is %s', (reason, ofSum, ofMapping) => {
    const { changes, refused } = tablePreview([sum(ofSum)], [mapping(ofMapping)], dossier());
    expect([changes, refused.map((entry) => entry.reason)]).toEqual([[], [reason]]);
  });
});

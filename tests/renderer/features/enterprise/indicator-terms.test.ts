import { describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { scoreLatest } from '#renderer/documents/composer/scored.ts';
import { indicatorTerms } from '#renderer/features/enterprise/indicator-terms.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';

describe('what is divided by what', () => {
  it.each(EVERY_MILL.map(([name, json]) => [name, json] as const))('comes to the indicator at %s', (_, json) => {
    const mill = scoreLatest(Dossier.parse(json), '2026-11-30');
    if (mill === null) throw new Error('no diagnosis');
    const divided = Object.entries(mill.scores.indicators).flatMap(([id, { value, unit }]) => {
      const terms = value === null ? null : indicatorTerms(id, mill);
      return terms === null
        ? []
        : [{ id, value, quotient: (terms.over.value / terms.under.value) * (unit === '%' ? 100 : 1) }];
    });
    for (const { id, value, quotient } of divided) expect(quotient, id).toBeCloseTo(value ?? 0, 6);
  });

  it('is said of what is typed alone, and of nothing that is missing', () => {
    const [, json] = EVERY_MILL[0] ?? [];
    const mill = scoreLatest(Dossier.parse(json), '2026-11-30');
    if (mill === null) throw new Error('no diagnosis');
    const facts = { ...mill.facts, now: { 'land.area': 0, 'land.footprint': 10 } };
    expect(indicatorTerms('land.building-coefficient', { ...mill, facts })).toBeNull();
    expect(indicatorTerms('land.output', { ...mill, facts })).toBeNull();
    expect(indicatorTerms('water.leakage', mill)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import { agree, computed, workedCases } from './worked-cases.ts';

const cases = workedCases();

describe('the cases worked by hand in docs/method.md', () => {
  it('cover every pack, each with its bounds and its level', () => {
    for (const pack of packList(shippedPacks)) {
      for (const place of ['score/low', 'score/high', 'level'])
        expect(
          cases.some(({ expected }) => `packs/${pack.id}/${place}` in expected),
          `${pack.id} ${place}`,
        ).toBe(true);
    }
  });

  it.each(cases)('come out as printed: $name', (worked) => {
    expect(Object.keys(worked.expected).length).toBeGreaterThan(10);
    const figures = computed(worked);
    const differences = Object.entries(worked.expected)
      .filter(([place, figure]) => !agree(figure, figures[place]))
      .map(([place, figure]) => `${place}: page ${JSON.stringify(figure)}, code ${JSON.stringify(figures[place])}`);
    expect(differences).toEqual([]);
  });
});

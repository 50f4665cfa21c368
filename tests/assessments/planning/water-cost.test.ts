import { describe, expect, it } from 'vitest';
import { pricesOf } from '#assessments/planning/benefit.ts';
import { flowsOf } from '#assessments/planning/flows.ts';
import { waterCost, WARMING_USES } from '#assessments/planning/water-cost.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import type { SubSector } from '#assessments/schema/vocabulary.ts';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import { demoJson, scoredFrom } from '#tests/support/planning-cases.ts';

const { energy } = scoredFrom(demoJson('demo-dyeing')).green;

function costOf(facts: YearFacts, isWet: boolean, sectors: readonly SubSector[] = ['DYEING']) {
  return waterCost(facts, isWet, flowsOf(facts, sectors, energy, catalogue), pricesOf(facts, catalogue));
}

/** A dyehouse in round figures. */
const DYEHOUSE: YearFacts = {
  'water.intake.town': 30_000,
  'water.intake.surface': 80_000,
  'water.excluded': 10_000,
  'water.wastewater.discharged': 80_000,
  'water.price': 4,
  'water.wastewater-cost': 6,
  'energy.steam': 20_000,
  'price.steam': 70,
  'energy.gas': 100_000,
  'price.gas': 4,
};

describe('the true cost of a cubic metre', () => {
  it('is intake, discharge and warming heat over what is taken in, worked by hand', () => {
    // Taken in: 30,000 + 80,000 − 10,000 = 100,000 m³. Discharge: 6 × 80,000 / 100,000 = 4.80.
    // Heat: 20,000 × 70 + 100,000 × 4 = 1,800,000 yuan, of which 0.22 + 0.21 + 0.18 = 0.61 warms water: 10.98 a m³.
    const cost = costOf(DYEHOUSE, true);
    expect(cost?.parts).toEqual([
      { kind: 'intake', yuan: 4, origin: 'mill', price: 4, share: 1 },
      { kind: 'discharge', yuan: 6 * 0.8, origin: 'mill', price: 6, share: 0.8 },
      {
        kind: 'heat',
        yuan: expect.closeTo(10.98, 9) as number,
        origin: 'estimate',
        price: 18,
        share: expect.closeTo(0.61, 9) as number,
      },
    ]);
    expect(cost?.yuan).toBeCloseTo(19.78, 9);
    expect(cost?.unknown).toEqual([]);
  });

  it('leaves heat that is sold with whoever bought it', () => {
    // Heat in kgce: 20,000 × 34.12 + 100,000 × 1.33 = 815,400; sold 5,975.38… GJ × 34.12 = 203,850, a quarter: 10.98 × 3/4.
    const cost = costOf({ ...DYEHOUSE, 'energy.heat-sold': 203_850 / 34.12 }, true);
    expect(cost?.parts.find(({ kind }) => kind === 'heat')?.yuan).toBeCloseTo(8.235, 9);
  });

  it('has no heat at a mill that neither dyes nor washes, nor where its sub-sector warms no water', () => {
    expect(costOf(DYEHOUSE, false)?.yuan).toBeCloseTo(8.8, 9);
    expect(costOf(DYEHOUSE, true, ['SPINNING'])?.parts.map(({ kind }) => kind)).toEqual(['intake', 'discharge']);
  });

  it('says what it cannot reckon and leaves it out', () => {
    const { 'water.wastewater.discharged': _, 'energy.steam': __, 'energy.gas': ___, ...little } = DYEHOUSE;
    expect(costOf(little, true)).toMatchObject({ yuan: 4, unknown: ['discharge', 'heat'] });
    // No reference has a price of coal: a heat that lacks a part would be too small.
    expect(costOf({ ...DYEHOUSE, 'energy.coal': 500 }, true)?.unknown).toEqual(['heat']);
  });

  it('takes a price that stands in where the mill gives none, and says so', () => {
    const { 'water.price': _, ...unpriced } = DYEHOUSE;
    const [taken] = costOf(unpriced, true)?.parts ?? [];
    expect(taken).toEqual({
      kind: 'intake',
      yuan: catalogue.prices.get('water.price')?.value,
      origin: 'reference',
      price: catalogue.prices.get('water.price')?.value,
      share: 1,
    });
  });

  it('is null where nobody knows what is taken in', () => {
    expect(costOf({ 'water.price': 4 }, true)).toBeNull();
    expect(costOf({ ...DYEHOUSE, 'water.excluded': 110_000 }, true)).toBeNull();
  });

  it('warms by end uses that the splits have', () => {
    const known = catalogue.splitOf('DYEING', 'heat')?.shares ?? {};
    expect(WARMING_USES.filter((use) => known[use] === undefined)).toEqual([]);
  });
});

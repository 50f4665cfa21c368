import { describe, expect, it } from 'vitest';
import { waterBalance } from '#assessments/indicators/water-balance.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';

const MILL: YearFacts = {
  'water.intake.town': 20,
  'water.intake.surface': 80,
  'water.nonconventional.rain': 10,
  'water.excluded': 5,
  'water.recycled.cooling': 40,
  'water.cooling.makeup': 4,
  'water.wastewater.discharged': 70,
  'water.metered.level1': 100,
  'water.metered.level2-sum': 88,
};

describe('the water balance of a year', () => {
  it('leaves as remainder what no fact says: 110 in, less 5, 70 and 12 between the meters', () => {
    expect(waterBalance(MILL)).toMatchObject({
      takenIn: 110,
      cooling: 44,
      excluded: 5,
      discharged: 70,
      betweenMeters: 12,
      remainder: 23,
      reused: [{ fact: 'water.recycled.cooling', m3: 40 }],
    });
  });

  it('has no gap between meters that is more than what does not come out again', () => {
    expect(waterBalance({ ...MILL, 'water.metered.level2-sum': 60 })).toMatchObject({
      betweenMeters: null,
      remainder: 35,
    });
  });

  it('takes a discharge that nobody knows into the remainder', () => {
    const { 'water.wastewater.discharged': _, ...unknown } = MILL;
    expect(waterBalance(unknown)).toMatchObject({ discharged: null, betweenMeters: null, remainder: 105 });
  });

  it('is null without sources, with sources alone, and where more comes out than in', () => {
    expect(waterBalance({ 'water.wastewater.discharged': 70 })).toBeNull();
    expect(waterBalance({ 'water.intake.town': 20 })).toBeNull();
    expect(waterBalance({ ...MILL, 'water.wastewater.discharged': 106 })).toBeNull();
  });
});

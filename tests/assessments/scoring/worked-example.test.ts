import { describe, expect, it } from 'vitest';
import { scoreSketch } from '#tests/support/dossiers.ts';

/** The woven cotton mill that the method is explained with: 45 million metres at standard width and weight. */
const wovenCottonMill = {
  facts: {
    'water.intake.town': 600_000,
    'water.recycled.direct': 300_000,
    'water.recycled.treated': 180_000,
    'water.wastewater.discharged': 520_000,
    'energy.electricity': 15_000_000,
    'energy.steam': 160_800,
    'energy.gas': 2_000_000,
    'output.products': [{ class: 'woven', quantity: 45_000_000, unit: 'm', widthCm: 152, massKgPer100m: 12 }],
  },
};

describe('the worked example of a woven cotton mill', () => {
  const { indicators, packs } = scoreSketch(wovenCottonMill);
  const value = (id: string) => indicators[id]?.value;
  const points = (pack: 'water-efficiency' | 'green-factory', id: string) =>
    packs[pack]?.trace.find((line) => line.question === id)?.points;

  it('comes to the printed indicators', () => {
    expect(value('water.unit-intake')).toBeCloseTo(1.3333333, 6);
    expect(value('water.reuse-rate')).toBeCloseTo(44.4444, 3);
    expect(value('water.wastewater-reuse-rate')).toBeCloseTo(25.7142, 3);
    expect(value('energy.total')).toBeCloseTo(9989.996, 3);
    expect(value('energy.unit')).toBeCloseTo(22.2, 2);
    expect(value('carbon.total')).toBeCloseTo(31298.5, 1);
    expect(value('carbon.unit')).toBeCloseTo(69.55, 2);
  });

  it('comes to the printed scores', () => {
    expect(indicators['water.unit-intake']?.score).toBeCloseTo(73.333, 3);
    expect(indicators['water.reuse-rate']?.score).toBeCloseTo(68.718, 2);
    expect(indicators['water.wastewater-reuse-rate']?.score).toBeCloseTo(71.07, 2);
    expect(indicators['energy.unit']?.score).toBeCloseTo(99.0, 1);
    expect(points('green-factory', 'GK6')?.low).toBeCloseTo(74.074, 2);
    expect(points('green-factory', 'GK7')?.low).toBeCloseTo(69.136, 2);
    expect(points('green-factory', 'GK1')?.low).toBe(100);
  });

  it('keeps what is unknown apart from zero', () => {
    const water = packs['water-efficiency'];
    expect(water?.score?.low).toBeLessThan(water?.score?.high ?? 0);
    expect(points('water-efficiency', 'K7')).toEqual({ low: 0, high: 100 });
    expect(indicators['water.leakage']?.value).toBeNull();
  });
});

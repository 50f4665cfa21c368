import { describe, expect, it } from 'vitest';
import { scoreSketch, type MillSketch } from '#tests/support/dossiers.ts';

const cloth = { class: 'woven', quantity: 1_000_000, unit: 'm', widthCm: 152, massKgPer100m: 12 };
const DRY: MillSketch = { subSectors: ['WEAVING'], processes: ['weaving'] };
const warned = (facts: Record<string, unknown>, mill: MillSketch = {}) =>
  scoreSketch({ ...mill, facts }).warnings.map(({ code, path }) => `${code} ${path.split('.').slice(2).join('.')}`);

describe('plausibility of facts', () => {
  it.each([
    ['metres taken for ten thousand metres', 140_000, ['check-units water.intake.surface']],
    ['tonnes taken for kilograms', 1_000, ['check-units water.intake.surface']],
    ['a fifth of the anchor', 2_800, []],
    ['five times the anchor', 70_000, []],
  ])('says where unit intake looks wrong by a unit: %s', (_, intake, expected) => {
    expect(warned({ 'water.intake.surface': intake, 'output.products': [cloth] })).toEqual(expected);
  });

  it('does not measure a dry mill with the anchors of dyeing', () => {
    expect(warned({ 'water.intake.town': 500, 'output.products': [cloth] }, DRY)).toEqual([]);
  });

  it.each([
    ['what leaves fits what enters', { discharged: 900, rain: 0 }, []],
    ['too little leaves a dyehouse', { discharged: 499, rain: 0 }, ['discharge-ratio']],
    ['nearly all leaves', { discharged: 981, rain: 0 }, ['discharge-ratio']],
    ['more leaves than enters', { discharged: 1051, rain: 0 }, ['discharge-above-intake', 'discharge-ratio']],
    ['rain explains it', { discharged: 1051, rain: 2 }, ['discharge-ratio']],
  ])('compares discharge with intake: %s', (_, { discharged, rain }, codes) => {
    const found = warned({
      'water.intake.town': 1000,
      'water.wastewater.discharged': discharged,
      'water.nonconventional.rain': rain,
    });
    expect(found).toEqual(codes.map((code) => `${code} water.wastewater.discharged`));
  });

  it('asks whether reuse was counted twice', () => {
    expect(warned({ 'water.intake.town': 100, 'water.recycled.treated': 600 })).toEqual([
      'reuse-suspicious water.recycled.treated',
    ]);
  });

  it('sees sub-meters above the main meter', () => {
    expect(warned({ 'water.metered.level1': 10, 'water.metered.level2-sum': 11 })).toEqual([
      'meter-sum water.metered.level2-sum',
    ]);
  });

  it.each([
    ['equipment.digital', { 'equipment.digital': 11, 'equipment.production': 10 }],
    ['equipment.on-cloud', { 'equipment.on-cloud': 11, 'equipment.main': 10 }],
    ['waste.used', { 'waste.used': 11, 'waste.generated': 10 }],
    ['land.footprint', { 'land.footprint': 11, 'land.area': 10 }],
    ['finance.green-investment-3y', { 'finance.green-investment-3y': 11, 'finance.output-value-3y': 10 }],
    ['energy.renewable.certificates', { 'energy.renewable.certificates': 11, 'energy.electricity': 10 }],
  ])('sees a share above the whole: %s', (fact, facts) => {
    expect(warned(facts)).toEqual([`ratio-above-100 ${fact}`]);
  });

  it('says nothing about facts that are missing', () => {
    expect(warned({})).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { plannedMillOf } from '#assessments/reporting/planned-mill.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { catalogueOf, shownWaterCost } from '#assessments/reporting/mill-money.ts';
import { waterArgument } from '#assessments/reporting/water-argument.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { demoMill } from '#tests/support/figured-mills.ts';

function argumentOf(mill: Mill, id: string) {
  const entry = plannedMillOf(mill)?.open.find(({ item }) => item.id === id);
  const catalogue = catalogueOf(mill);
  if (entry?.offer == null || catalogue === null) throw new Error(`${id} is not planned`);
  const cost = shownWaterCost(mill, catalogue);
  return { entry, cost, text: waterArgument(entry.offer, entry.lines, cost, mill.words) };
}

describe('what speaks for a measure that saves water', () => {
  const dyeing = demoMill('demo-dyeing', 'zh-CN');

  it('is the cost of a cubic metre with its heat where washing or dyeing takes less', () => {
    const { entry, cost, text } = argumentOf(dyeing, 'WA18');
    const parts = cost?.parts.map(({ yuan }) => yuan) ?? [];
    // 3.9 yuan of intake, 6.8 × 638,000 / 851,000 = 5.10 of discharge, heat of 0.61 × 28,218,500 yuan / 851,000 m³ = 20.23.
    expect(parts).toEqual([3.9, 5.1, 20.23]);
    expect(text).toContain('29.23');
    const water = entry.lines.find(({ fact }) => fact === 'water.intake')?.quantity.planned ?? 0;
    const countsHeat = entry.lines.some(({ fact }) => fact === 'energy.steam');
    if (countsHeat) expect(text).toContain('另列');
    else expect(text).toContain(wan((water * 29.23) / 1e4));
  });

  it('leaves the heat out where cold water is saved', () => {
    const { text } = argumentOf(dyeing, 'WA02');
    expect(text).toContain('少花9元');
    expect(text).not.toContain('用热');
  });

  it('says nothing of a measure that saves none', () => {
    expect(argumentOf(dyeing, 'EN31').text).toBe('');
  });
});

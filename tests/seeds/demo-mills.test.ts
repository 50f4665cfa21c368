import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { equipmentOf } from '#assessments/indicators/equipment-of.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { findUnknownMachines } from '#assessments/schema/known-machines.ts';
import { readMachineKinds } from '#assessments/schema/machines.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';
import { PROJECT } from '#tests/support/cli.ts';

const kinds = readMachineKinds(machineFeatures, machineKindFiles);
const FOLDER = join(PROJECT, 'seeds', 'demo');
const mills = readdirSync(FOLDER)
  .sort()
  .map((name) => ({
    name,
    dossier: Dossier.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))),
  }));

describe.each(mills)('the register of $name', ({ dossier }) => {
  const facts = dossier.facts['2025'] ?? {};
  const { machines = [], systems = [] } = facts;

  it('names every machine, and comes to the numbers of equipment that the mill gives', () => {
    expect(findUnknownMachines(dossier.facts, kinds)).toEqual([]);
    const counted = equipmentOf(facts, kinds);
    const given = Object.keys(counted ?? {}).map((fact) => [fact, facts[fact as 'equipment.main']]);
    expect(given).toHaveLength(5);
    expect(counted).toEqual(Object.fromEntries(given));
  });

  it('says of no machine that it sends data to a cloud without a network, or has one without being digital', () => {
    const odd = machines.filter(
      ({ count, digital = count, networked = digital, onCloud = networked }) =>
        digital < networked || networked < onCloud,
    );
    expect(odd).toEqual([]);
  });

  it('comes with systems, prices and losses that are small beside the revenue', () => {
    expect(systems.length).toBeGreaterThan(4);
    expect(facts['price.electricity']).toBeGreaterThan(0);
    const losses = (['rework', 'returns', 'late', 'downtime'] as const).map((loss) => facts[`loss.${loss}`] ?? 0);
    const sum = losses.reduce((all, loss) => all + loss, 0);
    expect(Math.min(...losses)).toBeGreaterThan(0);
    expect(sum / (facts['finance.revenue'] ?? 0)).toBeLessThan(0.03);
  });
});

describe('the notes of the demo mills', () => {
  it('say the same as their registers', () => {
    const [dyeing, garment, spinning] = mills.map(({ dossier }) => dossier.facts['2025']?.machines ?? []);
    const sum = (lines: typeof dyeing, kind: RegExp, feature?: string) =>
      (lines ?? [])
        .filter((line) => kind.test(line.kind))
        .reduce((all, line) => all + (feature === undefined ? line.count : (line.with?.[feature] ?? 0)), 0);
    expect(sum(dyeing, /^stenter$/)).toBe(6);
    expect(sum(dyeing, /^stenter$/, 'heat-recovery')).toBe(3);
    expect(sum(dyeing, /^(jet|overflow|airflow|jig)-dyeing$/, 'auto-dosing')).toBe(48);
    expect(sum(garment, /^cutter$/, 'automatic')).toBe(1);
    expect(sum(spinning, /^ring-frame$/, 'single-spindle-monitoring')).toBe(24);
    expect(sum(spinning, /^pv$/)).toBe(2600);
  });
});

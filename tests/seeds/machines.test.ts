import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MachineFeatureFile, MachineKindFile, readMachineKinds } from '#assessments/schema/machines.ts';
import { SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';
import { PROJECT } from '#tests/support/cli.ts';

const kinds = readMachineKinds(machineFeatures, machineKindFiles);
const all = [...kinds.values()];

/** Kinds and features that the catalogue of measures hangs on. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'jet-dyeing': ['low-liquor'],
  'airflow-dyeing': ['low-liquor'],
  'overflow-dyeing': ['low-liquor'],
  'package-dyeing': ['low-liquor', 'auto-dosing'],
  'washing-range': ['counter-current', 'auto-stop'],
  stenter: ['heat-recovery', 'exhaust-humidity', 'exhaust-cleaning'],
  'mercerising-range': ['lye-recovery'],
  'cold-pad-batch': [],
  'pad-steam-range': ['counter-current', 'auto-stop'],
  'ring-frame': ['link-winder', 'single-spindle-monitoring', 'auto-doffing', 'compact'],
  winder: ['automatic'],
  'air-jet-loom': ['monitoring', 'warp-stop'],
  'inspection-machine': ['vision'],
  'circular-knitting-machine': ['fault-stop'],
  'sewing-machine': ['servo', 'template'],
  cutter: ['automatic'],
  'hanging-station': [],
  'weighing-dosing': ['automatic'],
  compressor: ['group-control', 'heat-recovery', 'variable-speed'],
  boiler: ['flue-heat-recovery'],
  'thermal-oil-boiler': ['flue-heat-recovery'],
  pump: ['variable-speed'],
  fan: ['variable-speed'],
  pv: [],
};

describe('the kinds of machines', () => {
  it('are read from every file of the folder', () => {
    const files = readdirSync(join(PROJECT, 'seeds', 'machines')).filter((name) => name.endsWith('.json'));
    expect(machineKindFiles).toHaveLength(files.length - 1);
  });

  it('are 45 or more, and some of every sub-sector produce', () => {
    expect(all.length).toBeGreaterThanOrEqual(45);
    for (const sector of SUB_SECTORS)
      expect(
        all.filter(({ production, subSectors }) => production && subSectors?.includes(sector) === true).length,
        sector,
      ).toBeGreaterThan(3);
  });

  it.each(Object.entries(NEEDED))('have %s with what measures ask for', (id, features) => {
    expect([...(kinds.get(id)?.features.keys() ?? [])]).toEqual(expect.arrayContaining([...features]));
  });

  it('have one name each, and so have the features', () => {
    const { features } = MachineFeatureFile.parse(machineFeatures);
    for (const language of ['zh-CN', 'en'] as const)
      for (const named of [all, features]) {
        const names = named.map(({ name }) => name[language]);
        expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
      }
  });

  it('name no feature that no kind has', () => {
    const { features } = MachineFeatureFile.parse(machineFeatures);
    expect(features.filter(({ id }) => !all.some((kind) => kind.features.has(id))).map(({ id }) => id)).toEqual([]);
  });

  it('are counted in units that have a name', () => {
    for (const { unit } of all)
      for (const language of ['zh-CN', 'en'] as const)
        expect(['kW', 'kWh'].includes(unit) || wordsIn(language).unit(unit) !== unit, unit).toBe(true);
  });

  it('that produce are main ones, and both are counted by the piece, so that their numbers add up', () => {
    expect(all.filter(({ production, main }) => production && !main).map(({ id }) => id)).toEqual([]);
    const counted = all.filter(({ main }) => main).map(({ unit }) => unit);
    expect(new Set(counted)).toEqual(new Set(['machine', 'line']));
  });

  it('are refused where an id stands twice or a feature is not there', () => {
    const [first] = machineKindFiles.map((file) => MachineKindFile.parse(file));
    const [kind] = first?.kinds ?? [];
    expect(() => readMachineKinds(machineFeatures, [...machineKindFiles, { kinds: [kind] }])).toThrow('stands twice');
    expect(() => readMachineKinds(machineFeatures, [{ kinds: [{ ...kind, features: ['wings'] }] }])).toThrow('wings');
  });
});

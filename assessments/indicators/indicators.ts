import type { GreenPack, WaterPack } from '../schema/pack.ts';
import type { IndicatorResult } from '../schema/result.ts';
import { usesOutputValue } from './green-kpis.ts';
import type { Reading } from './readings.ts';
import type { FactPair, Site } from './site.ts';
import { standardOutput, totalInOneUnit } from './standard-output.ts';
import { carbonKg, energyKgce, intake, percentage, ratio } from './sums.ts';
import { waterKpisInUse, type WaterReadings } from './water-kpis.ts';

export interface IndicatorContext {
  readonly site: Site;
  readonly facts: FactPair;
  readonly water: { readonly pack: WaterPack; readonly readings: WaterReadings; readonly pinned: boolean };
  readonly green: {
    readonly pack: GreenPack;
    readonly readings: ReadonlyMap<string, Reading>;
    readonly pinned: boolean;
  };
}

/** Every indicator of docs/method.md; value null while unknown, score only where a scored pack of this mill uses it. */
export function computeIndicators(context: IndicatorContext): Record<string, IndicatorResult> {
  return { ...waterIndicators(context), ...energyIndicators(context), ...factIndicators(context) };
}

function waterIndicators({ site, facts, water }: IndicatorContext): Record<string, IndicatorResult> {
  const inUse = new Set<string>([...waterKpisInUse(water.pack, site).map((kpi) => kpi.id), water.pack.bonus.kpi]);
  const reading = (id: string) => water.readings.get(id);
  const points = (...ids: string[]) => {
    const used = ids.find((id) => inUse.has(id));
    return used === undefined || !water.pinned ? null : knownPoints(reading(used));
  };
  const share = (id: string, factor = 1) => knownValue(reading(id), factor);
  const total = totalInOneUnit(standardOutput(facts.now['output.products'], water.pack.standardOutput));
  return {
    'water.unit-intake': {
      value: total === null ? null : ratio(intake(facts.now), total.quantity),
      unit: total?.unit === 't' ? 'm3/t' : 'm3/100m',
      score: points('K1'),
    },
    'water.reuse-rate': { value: share('K3'), unit: '%', score: points('K3', 'K3w') },
    'water.wastewater-reuse-rate': { value: share('K4'), unit: '%', score: points('K4') },
    'water.cooling-recirculation': { value: share('K5'), unit: '%', score: points('K5') },
    'water.condensate-recovery': { value: share('K6'), unit: '%', score: points('K6') },
    'water.leakage': { value: share('K7'), unit: '%', score: points('K7') },
    'water.meter-fitting': { value: share('K8', 100), unit: '%', score: points('K8') },
    'water.nonconventional-share': { value: share('K9'), unit: '%', score: points('K9') },
    'water.intake-per-output-decline': { value: share('K2d'), unit: '%', score: points('K2d') },
  };
}

function energyIndicators({ site, facts, water, green }: IndicatorContext): Record<string, IndicatorResult> {
  const output = standardOutput(facts.now['output.products'], water.pack.standardOutput);
  const total = totalInOneUnit(output);
  const energy = energyKgce(facts.now, green.pack.energy);
  const carbon = carbonKg(facts.now, green.pack.energy);
  const points = (id: string) => (green.pinned ? knownPoints(green.readings.get(id)) : null);
  const tonnes = (kilograms: number | null) => (kilograms === null ? null : kilograms / 1000);
  const perProduct = (kilograms: number | null) => {
    if (usesOutputValue(site, output)) return ratio(tonnes(kilograms), facts.now['finance.output-value']);
    if (total === null) return null;
    return ratio(total.unit === 't' ? tonnes(kilograms) : kilograms, total.quantity);
  };
  const unit = (mass: string, tonne: string) =>
    usesOutputValue(site, output) ? `${tonne}/10k yuan` : total?.unit === 't' ? `${tonne}/t` : `${mass}/100m`;
  return {
    'energy.total': { value: tonnes(energy), unit: 'tce', score: null },
    'energy.unit': { value: perProduct(energy), unit: unit('kgce', 'tce'), score: points('GK1') },
    'carbon.total': { value: tonnes(carbon), unit: 't', score: null },
    'carbon.unit': { value: perProduct(carbon), unit: unit('kgCO2', 'tCO2'), score: null },
    'carbon.per-output-decline': { value: knownValue(green.readings.get('GK2')), unit: '%', score: points('GK2') },
    'energy.renewable-share': { value: knownValue(green.readings.get('GK3')), unit: '%', score: points('GK3') },
    'waste.utilisation': { value: knownValue(green.readings.get('GK8')), unit: '%', score: points('GK8') },
    'land.output': { value: knownValue(green.readings.get('GK11')), unit: '10k yuan/m2', score: points('GK11') },
  };
}

function factIndicators({ facts: { now } }: IndicatorContext): Record<string, IndicatorResult> {
  const plain = (value: number | null, unit: string): IndicatorResult => ({ value, unit, score: null });
  const workers = ratio(now['spinning.direct-workers'], now['spinning.spindles']);
  return {
    'land.building-coefficient': plain(percentage(now['land.footprint'], now['land.area']), '%'),
    'land.floor-area-ratio': plain(ratio(now['land.floor-area'], now['land.area']), 'ratio'),
    'equipment.digital-rate': plain(percentage(now['equipment.digital'], now['equipment.production']), '%'),
    'equipment.networked-rate': plain(percentage(now['equipment.networked'], now['equipment.production']), '%'),
    'process.nc-rate': plain(percentage(now['process.key-nc'], now['process.key']), '%'),
    'equipment.on-cloud-rate': plain(percentage(now['equipment.on-cloud'], now['equipment.main']), '%'),
    'spinning.workers-per-10k-spindles': plain(workers === null ? null : workers * 10000, 'persons/10k spindles'),
    'dyeing.right-first-time': plain(percentage(now['dyeing.batches-right-first-time'], now['dyeing.batches']), '%'),
  };
}

function knownPoints(reading: Reading | undefined): number | null {
  return reading?.state === 'known' ? reading.points : null;
}

function knownValue(reading: Reading | undefined, factor = 1): number | null {
  return reading?.state === 'known' ? reading.value * factor : null;
}

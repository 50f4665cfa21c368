import { usesOutputValue } from '../indicators/green-kpis.ts';
import { siteOf } from '../indicators/site.ts';
import { standardOutput } from '../indicators/standard-output.ts';
import type { KnownReading } from '../indicators/readings.ts';
import type { Kpi } from '../schema/pack.ts';
import type { Mill } from './report-input.ts';
import { computed } from './shown-figure.ts';

/** Indicators that show per product what the reading holds as a total of the mill. */
const PER_PRODUCT: Readonly<Record<string, string>> = {
  K1: 'water.unit-intake',
  GK1: 'energy.unit',
  GK6: 'water.unit-intake',
};
const TOTAL_UNITS: Readonly<Record<string, string>> = { K1: 'm3', GK1: 'kgce', GK6: 'm3' };

/** Whether a KPI of this mill is measured per product, or year on year by output value. */
export function isPerProduct(id: string, mill: Mill): boolean {
  const water = mill.packs['water-efficiency'];
  const site = siteOf(mill.dossier.enterprise, water);
  if (id === 'K1') return true;
  if (id === 'GK6') return site.wet;
  return id === 'GK1' && !usesOutputValue(site, standardOutput(mill.pair.now['output.products'], water.standardOutput));
}

/** Value of a KPI with its unit; 待核实 where an input is missing. */
export function kpiText(id: string, mill: Mill): string {
  const reading = mill.readings.get(id);
  const kpi = mill.kpi(id);
  if (reading === undefined || kpi === undefined) return mill.words.say('unknown');
  if (reading.state !== 'known') return mill.words.say(reading.state);
  const { value, unit } = figureOf(id, kpi, reading, mill);
  return withUnit(value, unit, mill);
}

function figureOf(id: string, kpi: Kpi, reading: KnownReading, mill: Mill): { value: number; unit: string } {
  if (isPerProduct(id, mill)) {
    const indicator = mill.result.indicators[PER_PRODUCT[id] ?? ''];
    const value = indicator?.value ?? null;
    return value === null
      ? { value: reading.value, unit: TOTAL_UNITS[id] ?? '' }
      : { value, unit: indicator?.unit ?? '' };
  }
  if (id in PER_PRODUCT) return { value: reading.value, unit: '%' };
  return id === 'K8' ? { value: 100 * reading.value, unit: '%' } : { value: reading.value, unit: kpi.unit };
}

/** A computed figure with its unit. */
export function withUnit(value: number, unit: string, { words }: Mill): string {
  const shown = words.unit(unit);
  if (shown === '%') return `${computed(value)}%`;
  return shown === '' ? computed(value) : `${computed(value)} ${shown}`;
}

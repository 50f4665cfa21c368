import type { KnownReading } from '../indicators/readings.ts';
import type { Fitting } from '../kpis/kpi.ts';
import { kpiObject } from '../kpis/kpis.ts';
import type { Kpi } from '../schema/pack.ts';
import type { Mill } from './report-input.ts';
import { computed } from './shown-figure.ts';

/** Value of a KPI with its unit; 待核实 where an input is missing. */
export function kpiText(id: string, mill: Mill): string {
  const kpi = mill.kpi(id);
  const reading = kpi === undefined ? undefined : mill.readings.get(kpi.id);
  if (reading === undefined || kpi === undefined) return mill.words.say('unknown');
  if (reading.state !== 'known') return mill.words.say(reading.state);
  const { fittings } = kpiObject(kpi.id).figure;
  if (fittings !== undefined) return fittingText(fittings(mill.facts.now), mill);
  const { value, unit } = figureOf(kpi, reading, mill);
  return withUnit(value, unit, mill);
}

/** How many meters are fitted of those required: 1级3/3块、2级15/16块. */
export function fittingText(fittings: readonly Fitting[], { words }: Mill): string {
  return words.list(fittings.map((fitting) => words.say('fitting', { ...fitting })));
}

function figureOf(kpi: Kpi, { value }: KnownReading, mill: Mill): { value: number; unit: string } {
  const object = kpiObject(kpi.id);
  const { perProduct, shownIn } = object.figure;
  if (perProduct === undefined)
    return shownIn === undefined ? { value, unit: kpi.unit } : { value: value * shownIn.factor, unit: shownIn.unit };
  if (object.kind !== 'facts' || !object.isPerProduct(mill)) return { value, unit: '%' };
  const indicator = mill.result.indicators[perProduct.indicator];
  return indicator?.value == null
    ? { value, unit: perProduct.totalUnit }
    : { value: indicator.value, unit: indicator.unit };
}

/** A computed figure with its unit. */
export function withUnit(value: number, unit: string, { words }: Mill): string {
  const shown = words.unit(unit);
  if (shown === '%') return `${computed(value)}%`;
  return shown === '' ? computed(value) : `${computed(value)} ${shown}`;
}

import type { KnownReading, Reading } from '../indicators/readings.ts';
import type { Fitting } from '../kpis/kpi.ts';
import { kpiObject } from '../kpis/kpis.ts';
import type { Kpi } from '../schema/pack.ts';
import type { Mill } from './report-input.ts';
import { computed } from './shown-figure.ts';

/** Value of a KPI with its unit; 待核实 where an input is missing. */
export function kpiText(id: string, mill: Mill): string {
  const figure = kpiFigure(id, mill);
  const kpi = mill.kpi(id);
  const fittings = kpi === undefined ? undefined : kpiObject(kpi.id).figure.fittings;
  if (typeof figure !== 'string' && fittings !== undefined) return fittingText(fittings(mill.facts.now), mill);
  return typeof figure === 'string' ? mill.words.say(figure) : withUnit(figure.value, figure.unit, mill);
}

/** How many meters are fitted of those required: 1级3/3块、2级15/16块. */
export function fittingText(fittings: readonly Fitting[], { words }: Mill): string {
  return words.list(fittings.map((fitting) => words.say('fitting', { ...fitting })));
}

/** Value of a KPI as it is shown, in its unit; why there is none where it is not known. */
export function kpiFigure(id: string, mill: Mill): KpiFigure | Exclude<Reading['state'], 'known'> {
  const kpi = mill.kpi(id);
  const reading = kpi === undefined ? undefined : mill.readings.get(kpi.id);
  if (reading === undefined || kpi === undefined) return 'unknown';
  return reading.state === 'known' ? figureOf(kpi, reading, mill) : reading.state;
}

export interface KpiFigure {
  readonly value: number;
  readonly unit: string;
}

/** The anchors of a reading in the unit in which its figure is shown, those of 100, 85, 70, 40 and 0 points. */
export function shownAnchors(kpi: Kpi, reading: KnownReading, mill: Mill): readonly number[] {
  const { value } = figureOf(kpi, reading, mill);
  const factor = reading.value === 0 ? (kpiObject(kpi.id).figure.shownIn?.factor ?? 1) : value / reading.value;
  return reading.anchors.map((anchor) => anchor * factor);
}

function figureOf(kpi: Kpi, { value }: KnownReading, mill: Mill): KpiFigure {
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

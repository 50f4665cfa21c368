import { isEstimate } from '../planning/plan-money.ts';
import type { PlannedMeasure } from '../planning/planned-measures.ts';
import { needsVerification, type Mark } from '../schema/marks.ts';
import type { Range } from '../schema/measure.ts';
import { rounded } from '../scoring/shown-number.ts';
import type { Gain } from './plan-gains.ts';
import type { PlannedMill } from './planned-mill.ts';
import { grouped } from './shown-figure.ts';
import { textId, type Words } from './words.ts';

/** Money in 10k yuan for reading, to a tenth. */
export function wan(amount: number): string {
  return grouped(rounded(amount));
}

/** A share 0..1 as a percentage for reading. */
export function percent(share: number): string {
  return grouped(rounded(100 * share));
}

export function nameOf({ item, measure }: PlannedMeasure, words: Words): string {
  return measure === null ? (item.name ?? words.say('plan-own-measure')) : words.pick(measure.name);
}

/** `WA01 用水三级计量与在线监测`; a measure of the enterprise's own by its name alone. */
export function titleOf(entry: PlannedMeasure, words: Words): string {
  return entry.measure === null ? nameOf(entry, words) : `${entry.item.id} ${nameOf(entry, words)}`;
}

/** The id for a reader: that of the catalogue; own measures have none. */
export function idOf({ item, measure }: PlannedMeasure): string {
  return measure === null ? '—' : item.id;
}

/** `15（8–22.5）` in 10k yuan, without its mark. */
export function costText({ item, measure, cost }: PlannedMeasure, words: Words): string {
  if (item.costWan !== undefined) return words.say('plan-cost-own', { planned: wan(cost.planned) });
  if (measure === null) return words.say('not-given');
  return rangeText(cost, words);
}

export function rangeText({ low, planned, high }: Range, words: Words): string {
  return words.say('plan-cost-range', { planned: wan(planned), low: wan(low), high: wan(high) });
}

/** The cost with what it rests on, a line each: 参考值（待核）, and whether a typical size stood in. */
export function costLines(entry: PlannedMeasure, words: Words): string[] {
  return [
    costText(entry, words),
    ...(isEstimate(entry) ? [words.say('reference-value')] : []),
    ...(entry.cost.isSized ? [] : [words.say('plan-cost-typical')]),
  ];
}

/** 参考值（待核） where the mark asks for it, else empty. */
export function markText(mark: Mark, words: Words): string {
  return needsVerification(mark) ? words.say('reference-value') : '';
}

export function monthsText({ measure }: PlannedMeasure): string {
  if (measure === null) return '—';
  const { low, high } = measure.months.range;
  return low === high ? grouped(low) : `${grouped(low)}–${grouped(high)}`;
}

export function providerText({ measure }: PlannedMeasure, words: Words): string {
  return measure === null ? words.say('provider-own') : words.say(textId('provider-', measure.provider));
}

/** What the plan makes better and this measure lifts: questions, gates and the KPIs that it brings to a value. */
export function gainsOf({ measure }: PlannedMeasure, { gains }: PlannedMill): Gain[] {
  if (measure === null) return [];
  const ids = [...measure.lifts.map((lift) => lift.question), ...measure.reaches.map((reach) => reach.kpi)];
  return [...new Set<string>(ids)].flatMap((id) => gains.get(id) ?? []);
}

/** The chosen measures that need this one first. */
export function neededBy({ item }: PlannedMeasure, { plan }: PlannedMill): PlannedMeasure[] {
  return plan.planned.filter((other) => other.requires.includes(item.id));
}

/** The first ids, and how many there are where there are more. */
export function fewIds(ids: readonly string[], most: number, words: Words): string {
  if (ids.length <= most) return words.list(ids);
  return words.say('plan-ids-more', { ids: words.list(ids.slice(0, most)), count: ids.length });
}

import type { Benefit, Payback } from '../planning/benefit.ts';
import type { PlannedMeasure } from '../planning/planned-measures.ts';
import { monthsAfter } from '../planning/schedule.ts';
import type { Measure, Range } from '../schema/measure.ts';
import { rounded } from '../scoring/shown-number.ts';
import type { PlannedMill } from './planned-mill.ts';
import type { Mill } from './report-input.ts';
import { grouped } from './shown-figure.ts';
import { textId, type Words } from './words.ts';

const MINUS = '−';

/** Money in 10k yuan for reading, to a tenth, with a minus that no range takes for its dash. */
export function wan(amount: number): string {
  return grouped(rounded(amount)).replace('-', MINUS);
}

/** A share 0..1 as a percentage for reading. */
export function percent(share: number): string {
  return grouped(rounded(100 * share));
}

export function nameOf({ item, measure }: PlannedMeasure, words: Words): string {
  return measure === null ? (item.own?.name ?? words.say('plan-own-measure')) : words.pick(measure.name);
}

/** `WA01 用水三级计量与在线监测`; a measure of the enterprise's own by its name alone. */
export function titleOf(entry: PlannedMeasure, words: Words): string {
  return entry.measure === null ? nameOf(entry, words) : `${entry.item.id} ${nameOf(entry, words)}`;
}

/** The id for a reader: that of the catalogue; own measures have none. */
export function idOf({ item, measure }: PlannedMeasure): string {
  return measure === null ? '—' : item.id;
}

/** What is done at this mill: as written for its first sub-sector that has a text, else the neutral one. */
export function whatText({ what, whatFor }: Measure, { dossier, words }: Mill): string {
  const sector = dossier.enterprise.subSectors.find((one) => whatFor[one] !== undefined);
  return words.pick(sector === undefined ? what : whatFor[sector]);
}

export function rangeText({ low, planned, high }: Range, words: Words): string {
  return low === high
    ? wan(planned)
    : words.say('plan-range', { planned: wan(planned), low: wan(low), high: wan(high) });
}

/** Money that rests on our own estimate carries the mark ＊. */
export function starIf(isEstimate: boolean, words: Words): string {
  return isEstimate ? words.say('star') : '';
}

/** `15（8–22.5）＊` in 10k yuan; what is done or in place costs nothing more, and what nobody priced is said. */
export function costText(entry: PlannedMeasure, words: Words): string {
  const { item, measure, offer, cost } = entry;
  if (item.state === 'done') return words.say('plan-cost-done');
  if (measure === null) return item.own?.costWan === undefined ? words.say('not-given') : wan(cost.planned);
  if (offer === null) return words.say('plan-not-needed');
  return `${rangeText(cost, words)}${starIf(cost.origin === 'estimate' || !cost.isSized, words)}`;
}

/** The planned cost alone, `15＊`; what was done, is in place or was not priced is said as costText says it. */
export function plannedCost(entry: PlannedMeasure, words: Words): string {
  const { measure, offer, cost } = entry;
  if (measure === null || offer === null) return costText(entry, words);
  return `${wan(cost.planned)}${starIf(cost.origin === 'estimate' || !cost.isSized, words)}`;
}

/** The planned benefit alone; 未计价 where nothing of it has a price. */
export function plannedBenefit({ benefit }: Pick<PlannedMeasure, 'benefit'>, words: Words): string {
  return benefit === null ? words.say('plan-unpriced') : wan(benefit.planned);
}

/** `105＊`, then `85–130` where the range is wider than a figure. */
export function moneyLines({ low, planned, high }: Range, star: string, words: Words): string[] {
  const range = low === high ? [] : [words.say('plan-span', { low: wan(low), high: wan(high) })];
  return [`${wan(planned)}${star}`, ...range];
}

/** 10k yuan a year with range and cautious value on lines of their own; 未计价 where nothing of it has a price. */
export function benefitLines(benefit: Benefit | null, words: Words): string[] {
  if (benefit === null) return [words.say('plan-unpriced')];
  return [...moneyLines(benefit, '', words), words.say('plan-cautious', { amount: wan(benefit.cautious) })];
}

/** Planned years with the cautious ones; 不定 where there is no divisor, a dash where nothing is priced. */
export function paybackLines(payback: Payback | null, words: Words): string[] {
  if (payback === null) return ['—'];
  if (payback.planned === null) return [yearsText(null, words)];
  return [
    yearsText(payback.planned, words),
    words.say('plan-cautious', { amount: yearsText(payback.cautious, words) }),
  ];
}

export function yearsText(years: number | null, words: Words): string {
  return years === null ? words.say('payback-open') : words.say('years', { years: grouped(rounded(years)) });
}

/** `3–8`: months from the start of the plan, the first and the last in which it runs. */
export function monthsText({ item, span }: PlannedMeasure): string {
  if (item.state === 'done') return '—';
  return span.end - span.start <= 1 ? String(span.end) : `${span.start + 1}–${span.end}`;
}

/** The days YYYY-MM-DD on which a measure starts and ends. */
export function daysOf(
  { item, span }: PlannedMeasure,
  { startOn }: Pick<PlannedMill['plan'], 'startOn'>,
): readonly [string, string] {
  return [item.startOn ?? monthsAfter(startOn, span.start), item.endOn ?? monthsAfter(startOn, span.end)];
}

export function providerText({ measure }: PlannedMeasure, words: Words): string {
  return measure === null ? words.say('provider-own') : words.say(textId('provider-', measure.provider));
}

/** The shares of draws from which a measure is called firm, and likely. */
const FIRM = 0.9;
const LIKELY = 0.6;

/** 稳, 多半 or 看报价; empty where that was not computed for this mill as it is. */
export function firmText(share: number | undefined, words: Words): string {
  if (share === undefined) return '';
  return words.say(share >= FIRM ? 'firm-yes' : share >= LIKELY ? 'firm-likely' : 'firm-open');
}

/** Points of a topic with their sign: `+1.2`. */
export function signed(points: number): string {
  const shown = rounded(points);
  return `${shown < 0 ? MINUS : '+'}${Math.abs(shown).toFixed(1)}`;
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

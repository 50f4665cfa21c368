import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import type { CardsPart, ContentSlide } from '../deck-document.ts';
import { daysOf, nameOf, plannedCost, providerText, wan, whatText, yearsText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { Words } from '../words.ts';
import { sumOf } from './sum-of.ts';

export const FIRST_THINGS = 3;

/** The first three measures in the order of the plan, with their money, who and by when. */
export function firstThingsSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.open.length === 0) return null;
  const { words } = mill;
  const first = planned.open.slice(0, FIRST_THINGS);
  const values = {
    count: first.length,
    cost: wan(sumOf(first, ({ cost }) => cost.planned)),
    benefit: wan(sumOf(first, ({ benefit }) => benefit?.planned ?? 0)),
  };
  const isPriced = first.some(({ benefit }) => benefit !== null);
  return {
    kind: 'content',
    title: words.say(isPriced ? 'deck-first-title' : 'deck-first-title-unpriced', values),
    lead: words.say('deck-first-lead'),
    parts: [{ kind: 'cards', cards: first.map((entry, i) => cardOf(entry, i, planned)) }],
    source: words.say('deck-star', { star: words.say('star') }),
    notes: first.flatMap(({ measure }) =>
      measure === null
        ? []
        : [
            words.say('deck-first-notes', {
              name: words.pick(measure.name),
              what: whatText(measure, mill),
              acceptance: words.pick(measure.acceptance),
            }),
          ],
    ),
  };
}

function cardOf(entry: PlannedMeasure, i: number, { mill: { words }, plan }: PlannedMill): CardsPart['cards'][number] {
  const { benefit, payback, item, closes } = entry;
  const row = (label: Parameters<typeof words.say>[0], value: string) =>
    [`${words.say(label)}${words.say('colon')}`, value] as const;
  return {
    title: `${i + 1}. ${nameOf(entry, words)}`,
    value: words.say('deck-cost-value', {
      amount: plannedCost(entry, words),
    }),
    rows: [
      row(
        'deck-yearly',
        benefit === null
          ? words.say('plan-unpriced')
          : words.say('deck-benefit', { planned: wan(benefit.planned), cautious: wan(benefit.cautious) }),
      ),
      row('column-payback', payback === null ? '—' : yearsText(payback.planned, words)),
      ...(closes.length === 0 ? [] : [row('deck-why', words.say('deck-closes-gates', { gates: words.list(closes) }))]),
      row('deck-who', item.owner ?? openOwner(entry, words)),
      row('deck-until', daysOf(entry, plan)[1]),
    ],
  };
}

function openOwner(entry: PlannedMeasure, words: Words): string {
  return entry.measure === null || entry.measure.provider === 'internal'
    ? words.say('deck-who-own')
    : words.say('deck-who-open', { provider: providerText(entry, words) });
}

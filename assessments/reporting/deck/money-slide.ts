import type { ContentSlide } from '../deck-document.ts';
import { percent, wan, yearsText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { TableBlock, TilesBlock } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { PRICE_FACTORS, REALISED_SHARES, sensitivityOf, type SensitivityCase } from '../sensitivity.ts';

/** What the plan costs and brings, when it has paid for itself, and what that hangs on. */
export function moneySlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.open.length === 0) return null;
  const { words } = mill;
  const { plan } = planned;
  const cases = sensitivityOf(planned);
  return {
    kind: 'content',
    title: titleOf(planned),
    lead: cases === null ? words.say('money-unpriced', { name: mill.name }) : words.say('deck-money-lead'),
    parts: [tilesOf(planned), ...(cases === null ? [] : [sensitivityTable(cases, mill)])],
    source: words.say('deck-money-source', { share: percent(plan.estimatedShare), star: words.say('star') }),
    notes: [words.say('deck-money-notes')],
  };
}

function titleOf({ mill: { words }, plan: { cost, benefit, payback } }: PlannedMill): string {
  const values = { cost: wan(cost.planned), benefit: benefit === null ? '' : wan(benefit.planned) };
  if (benefit === null) return words.say('deck-money-title-unpriced', values);
  const { planned = null, cautious = null } = payback ?? {};
  if (planned === null) return words.say('deck-money-title-never', values);
  const years = { ...values, years: yearsText(planned, words) };
  return cautious === null
    ? words.say('deck-money-title-unless', years)
    : words.say('deck-money-title', { ...years, slow: yearsText(cautious, words) });
}

function tilesOf({ mill: { words }, plan: { cost, benefit, payback } }: PlannedMill): TilesBlock {
  const money = (amount: number) => words.say('deck-wan', { amount: wan(amount) });
  const range = (low: number, high: number) => words.say('deck-range', { low: wan(low), high: wan(high) });
  return {
    kind: 'tiles',
    tiles: [
      {
        label: words.say('plan-tile-cost'),
        value: money(cost.planned),
        detail: range(cost.low, cost.high),
        tone: 'accent',
      },
      ...(benefit === null
        ? []
        : ([
            {
              label: words.say('deck-benefit-planned'),
              value: money(benefit.planned),
              detail: range(benefit.low, benefit.high),
              tone: 'good',
            },
            {
              label: words.say('deck-benefit-cautious'),
              value: money(benefit.cautious),
              detail: words.say('deck-cautious-means'),
              tone: 'normal',
            },
            {
              label: words.say('column-payback'),
              value: payback === null ? '—' : yearsText(payback.planned, words),
              detail: words.say('plan-cautious', {
                amount: payback === null ? '—' : yearsText(payback.cautious, words),
              }),
              tone: 'accent',
            },
          ] as const)),
    ],
  };
}

/** Benefit a year and payback for each price and each realised share. */
function sensitivityTable(cases: readonly SensitivityCase[], { words }: Mill): TableBlock {
  const find = (price: number, realised: number) =>
    cases.find((one) => one.price === price && one.realised === realised);
  return {
    kind: 'table',
    columns: [
      { title: words.say('deck-sensitivity'), width: 28 },
      ...REALISED_SHARES.map((realised) => ({
        title: words.say('deck-realised', { share: percent(realised) }),
        width: 24,
        align: 'right' as const,
      })),
    ],
    rows: PRICE_FACTORS.map((price) => ({
      cells: [
        {
          text:
            price === 1
              ? words.say('deck-price-same')
              : words.say(price < 1 ? 'deck-price-down' : 'deck-price-up', { share: percent(Math.abs(price - 1)) }),
          strong: true,
        },
        ...REALISED_SHARES.map((realised) => {
          const one = find(price, realised);
          return one === undefined
            ? '—'
            : words.say('deck-sensitivity-cell', {
                benefit: wan(one.benefitWan),
                years: yearsText(one.paybackYears, words),
              });
        }),
      ],
    })),
  };
}

import { paybackOf, REALISED_SHARE } from '../../planning/benefit.ts';
import { policiesFor } from '../../planning/open-policies.ts';
import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { benefitByFlow } from '../benefit-by-flow.ts';
import { benefitWaterfall } from '../figures/benefit-waterfall.ts';
import { costBenefitMap } from '../figures/cost-benefit-map.ts';
import { costArithmetic } from '../measure-arithmetic.ts';
import { refer } from '../numbered.ts';
import { idOf, nameOf, plannedCost, percent, starIf, wan, yearsText } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { eachSeen } from '../see.ts';
import { PRICE_FACTORS, REALISED_SHARES, sensitivityOf } from '../sensitivity.ts';
import { textId } from '../words.ts';

const SEEN = ['investment', 'benefit', 'waterfall', 'cost-benefit', 'sensitivity', 'sources'] as const;

/** Chapter 7: the investment with the basis of each price, the benefit by flow, when it has paid, how that moves, and who pays; nothing without a plan. */
export function money(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.open.length === 0) return [];
  const waterfall = benefitWaterfall(mill);
  const map = costBenefitMap(mill);
  const { words } = mill;
  const blocks = [
    investment(planned),
    byFlow(planned),
    ...(waterfall === null ? [] : [{ ...waterfall, key: 'waterfall' }]),
    ...(map === null ? [] : [{ ...map, key: 'cost-benefit' }]),
    ...sensitivity(planned),
    ...sources(planned),
  ];
  return [
    { kind: 'heading', level: 1, text: words.say('body-money') },
    { kind: 'paragraph', text: words.flow([paybackText(planned), eachSeen(blocks, SEEN, words)]) },
    ...blocks,
  ];
}

function investment(planned: PlannedMill): Block {
  const { mill, plan, open } = planned;
  const { words } = mill;
  return {
    kind: 'table',
    key: 'investment',
    caption: words.say('investment-caption', { share: percent(plan.estimatedShare), star: words.say('star') }),
    columns: [
      { title: words.say('column-id'), width: 8 },
      { title: words.say('column-measure'), width: 28 },
      { title: words.say('column-basis-of-price'), width: 42 },
      { title: words.say('column-origin'), width: 12 },
      { title: words.say('column-cost-short'), width: 10, align: 'right' },
    ],
    rows: [
      ...open.map((entry) => investmentRow(entry, planned)),
      {
        cells: ['', words.say('plan-sum'), '', '', wan(plan.cost.planned)].map((text) => ({ text, strong: true })),
      },
    ],
  };
}

function investmentRow(entry: PlannedMeasure, { mill, plan }: PlannedMill): TableRow {
  const { words } = mill;
  const { offer, item, cost } = entry;
  return {
    cells: [
      idOf(entry),
      nameOf(entry, words),
      offer === null ? '—' : (costArithmetic(offer, item.quotes ?? [], { mill, by: plan.mill })[0] ?? '—'),
      offer === null ? words.say('provider-own') : words.say(textId('origin-', cost.origin)),
      plannedCost(entry, words),
    ],
  };
}

function byFlow({ mill: { words }, plan, open }: PlannedMill): Block {
  const flows = benefitByFlow(open);
  const figure = { width: 15, align: 'right' } as const;
  const { benefit } = plan;
  const unpriced = open.filter((entry) => entry.benefit === null).length;
  return {
    kind: 'table',
    key: 'benefit',
    caption: words.say('benefit-caption', { unpriced }),
    columns: [
      { title: words.say('column-benefit-of'), width: 40 },
      { title: words.say('column-planned'), ...figure },
      { title: words.say('column-low'), ...figure },
      { title: words.say('column-high'), ...figure },
      { title: words.say('column-cautious'), ...figure },
    ],
    rows: [
      ...flows.map(({ flow, low, planned, high, cautious, isEstimate }): TableRow => ({
        cells: [
          words.say(textId('benefit-', flow)),
          `${wan(planned)}${starIf(isEstimate, words)}`,
          wan(low),
          wan(high),
          wan(cautious),
        ],
      })),
      {
        cells: [
          words.say('plan-sum'),
          ...(benefit === null
            ? [words.say('plan-unpriced'), '—', '—', '—']
            : [benefit.planned, benefit.low, benefit.high, benefit.cautious].map(wan)),
        ].map((text) => ({ text, strong: true })),
      },
    ],
  };
}

/** Cost, benefit and payback, planned and cautious, in words; that nothing is priced where it is so. */
function paybackText({ mill: { words }, plan }: PlannedMill): string {
  const { cost, benefit, payback } = plan;
  if (benefit === null || payback === null) return words.say('payback-unpriced', { cost: wan(cost.planned) });
  return words.say('payback-text', {
    cost: wan(cost.planned),
    benefit: wan(benefit.planned),
    years: yearsText(payback.planned, words),
    cautious: wan(benefit.cautious),
    slow: yearsText(payback.cautious, words),
    share: percent(REALISED_SHARE),
  });
}

/** The benefit under other prices and other realised shares, with when it has paid. */
function sensitivity(planned: PlannedMill): Block[] {
  const { mill, plan } = planned;
  const { words } = mill;
  const cases = sensitivityOf(planned);
  if (cases === null || plan.payback === null) return [];
  const of = (price: number, realised: number) => cases.find((one) => one.price === price && one.realised === realised);
  return [
    {
      kind: 'table',
      key: 'sensitivity',
      caption: words.say('sensitivity-caption'),
      columns: [
        { title: words.say('column-realised'), width: 28 },
        ...PRICE_FACTORS.map((factor) => ({
          title: words.say(factor === 1 ? 'price-same' : factor < 1 ? 'price-lower' : 'price-higher', {
            percent: Math.round(100 * Math.abs(factor - 1)),
          }),
          width: 24,
          align: 'right' as const,
        })),
      ],
      rows: REALISED_SHARES.map((realised) => ({
        cells: [
          { text: words.say('realised', { share: percent(realised) }), strong: true },
          ...PRICE_FACTORS.map((price) => {
            const one = of(price, realised);
            return one === undefined
              ? '—'
              : words.say('sensitivity-cell', {
                  benefit: wan(one.benefitWan),
                  years: yearsText(one.paybackYears, words),
                });
          }),
        ],
      })),
    },
  ];
}

/** What the mill pays itself, what it was granted, and which policies pay on application. */
function sources({ mill, plan, policies: book }: PlannedMill): Block[] {
  const { words, name, result } = mill;
  const granted = plan.request.granted ?? [];
  const sum = granted.reduce((total, { amountWan }) => total + amountWan, 0);
  const own = Math.max(0, plan.cost.planned - sum);
  const paying = policiesFor(book.policies, mill, plan.planned, result.asOf).filter(
    ({ policy }) => policy.amount !== null,
  );
  const title = (id: string) => words.pick(book.policies.find((policy) => policy.id === id)?.title) || id;
  const { low, planned, high } = plan.cost;
  const less = (cost: number) => Math.max(0, cost - sum);
  const supported = paybackOf({ low: less(low), planned: less(planned), high: less(high) }, plan.benefit);
  const years = (payback: typeof supported) => (payback === null ? '—' : yearsText(payback.planned, words));
  return [
    {
      kind: 'table',
      key: 'sources',
      caption: words.say('sources-caption'),
      columns: [
        { title: words.say('column-source'), width: 52 },
        { title: words.say('column-cost-short'), width: 18, align: 'right' },
        { title: words.say('column-payback'), width: 30, align: 'right' },
      ],
      rows: [
        { cells: [words.say('source-own'), wan(own), years(sum > 0 ? supported : plan.payback)] },
        ...granted.map(({ policy, amountWan }): TableRow => ({
          cells: [words.say('source-granted', { title: title(policy) }), wan(amountWan), ''],
        })),
        {
          cells: [words.say('plan-sum'), wan(own + Math.min(sum, planned)), years(plan.payback)].map((text) => ({
            text,
            strong: true,
          })),
        },
      ],
    },
    {
      kind: 'paragraph',
      text:
        paying.length === 0
          ? words.say('plan-no-money', { asOf: result.asOf, name })
          : words.say('sources-possible', {
              asOf: result.asOf,
              count: paying.length,
              list: words.list(paying.map(({ policy }) => words.pick(policy.title))),
              annex: refer('annex-policies'),
            }),
    },
  ];
}

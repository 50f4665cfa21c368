import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { PHASE_ENDS } from '../../schema/plan.ts';
import { monthsAfter } from '../../planning/schedule.ts';
import type { Unknown } from '../../planning/unknowns.ts';
import { openItems } from '../counts.ts';
import type { Benefit, Payback } from '../../planning/benefit.ts';
import type { Range } from '../../schema/measure.ts';
import { costText, daysOf, nameOf, starIf, wan } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import { preliminaryOf } from '../preliminary.ts';
import type { Block, TableCell } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { briefTitle } from '../short-note.ts';
import { unknownTitle, whoKnows } from '../ask.ts';
import { textId, type Words } from '../words.ts';

const THINGS = 3;

type Cells = readonly (string | TableCell)[];

/** The first three measures in their order, then what is to be found out; of a mill without a plan the first 初步措施. */
export function firstThings(mill: Mill, planned: PlannedMill | null): Block[] {
  const { words } = mill;
  const rows = planned === null ? candidateRows(mill) : plannedRows(planned);
  if (rows.length === 0) return [];
  const hasPlan = planned !== null;
  return [
    { kind: 'heading', level: 3, text: words.say(hasPlan ? 'owner-first' : 'owner-candidates') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-thing'), width: 27 },
        { title: words.say('column-brief-cost'), width: 15, align: 'right' },
        { title: words.say('column-brief-benefit'), width: 14, align: 'right' },
        { title: words.say('column-brief-payback'), width: 13, align: 'right' },
        ...(hasPlan
          ? [
              { title: words.say('column-who'), width: 19 },
              { title: words.say('column-by'), width: 12 },
            ]
          : []),
      ],
      rows: rows.map((cells) => ({ cells })),
    },
  ];
}

function plannedRows(planned: PlannedMill): Cells[] {
  const { open } = planned;
  const measures = open.slice(0, THINGS).map((entry) => measureCells(entry, planned));
  const verify = openItems(planned.mill)
    .slice(0, THINGS - measures.length)
    .map((item) => verifyCells(item, planned));
  return [...measures, ...verify];
}

function measureCells(entry: PlannedMeasure, { mill: { words }, plan }: PlannedMill): Cells {
  const { measure, offer, cost } = entry;
  const provider = measure?.provider;
  const owner = entry.item.owner ?? words.say('owner-open');
  const who =
    provider === undefined || provider === 'internal'
      ? owner
      : words.say('owner-with', { owner, provider: words.say(textId('provider-', provider)) });
  return [
    { text: nameOf(entry, words), strong: true },
    measure === null || offer === null
      ? costText(entry, words)
      : briefCost(cost, starIf(cost.origin === 'estimate' || !cost.isSized, words), words),
    briefBenefit(entry.benefit, words),
    briefPayback(entry.payback, words),
    who,
    daysOf(entry, plan)[1],
  ];
}

function verifyCells(item: Unknown, { mill, plan }: PlannedMill): Cells {
  const { words } = mill;
  return [
    { text: words.say('owner-verify', { title: briefTitle(unknownTitle(item, mill)) }), strong: true },
    '0',
    '—',
    '—',
    whoKnows(item, mill),
    monthsAfter(plan.startOn, PHASE_ENDS[0]),
  ];
}

function candidateRows(mill: Mill): Cells[] {
  const { words } = mill;
  return preliminaryOf(mill)
    .slice(0, THINGS)
    .map(({ offer: { measure, cost }, benefit, payback }) => [
      { text: words.pick(measure.name), strong: true },
      briefCost(cost, starIf(cost.origin === 'estimate' || !cost.isSized, words), words),
      briefBenefit(benefit, words),
      briefPayback(payback, words),
    ]);
}

/** Planned money with its range, 10k yuan. */
function briefCost({ low, planned, high }: Range, star: string, words: Words): string {
  return withAside(
    `${wan(planned)}${star}`,
    low === high ? '' : words.say('plan-span', { low: wan(low), high: wan(high) }),
    words,
  );
}

/** Planned and cautious benefit, 10k yuan a year; the range stands in the report. */
function briefBenefit(benefit: Benefit | null, words: Words): string {
  return benefit === null ? words.say('plan-unpriced') : withAside(wan(benefit.planned), wan(benefit.cautious), words);
}

/** Years planned and cautious; 不定 where there is no divisor, a dash where nothing is priced. */
function briefPayback(payback: Payback | null, words: Words): string {
  if (payback === null) return '—';
  const years = (of: number | null) => (of === null ? words.say('payback-open') : grouped(rounded(of)));
  return payback.planned === null ? years(null) : withAside(years(payback.planned), years(payback.cautious), words);
}

function withAside(main: string, aside: string, words: Words): string {
  return aside === '' ? main : words.say('with-aside', { main, aside });
}

import type { Benefit, Payback } from '../../planning/benefit.ts';
import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import type { Range } from '../../schema/measure.ts';
import { PHASE_ENDS } from '../../schema/plan.ts';
import { monthsAfter } from '../../planning/schedule.ts';
import type { Unknown } from '../../planning/unknowns.ts';
import { openItems } from '../counts.ts';
import { costText, daysOf, moneyLines, nameOf, paybackLines, starIf, wan } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import { preliminaryOf } from '../preliminary.ts';
import type { Block, CardsBlock } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { unknownTitle, whoKnows } from '../ask.ts';
import { briefTitle } from '../short-note.ts';
import { textId, type Words } from '../words.ts';

/** How many things come first. */
export const THINGS = 3;

type Card = CardsBlock['cards'][number];
type Row = Card['rows'][number];

/** The first three measures in their order, then what is to be found out; of a mill without a plan the first 初步措施. */
export function firstThings(mill: Mill, planned: PlannedMill | null): Block[] {
  const { words } = mill;
  const cards = planned === null ? candidateCards(mill) : plannedCards(planned);
  if (cards.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: words.say(planned === null ? 'owner-candidates' : 'owner-first') },
    { kind: 'cards', cards },
  ];
}

function plannedCards(planned: PlannedMill): Card[] {
  const { open } = planned;
  const measures = open.slice(0, THINGS).map((entry) => measureCard(entry, planned));
  const verify = openItems(planned.mill)
    .slice(0, THINGS - measures.length)
    .map((item) => verifyCard(item, planned));
  return [...measures, ...verify];
}

function measureCard(entry: PlannedMeasure, { mill: { words }, plan }: PlannedMill): Card {
  const provider = entry.measure?.provider;
  const isAlone = provider === undefined || provider === 'internal';
  return {
    title: nameOf(entry, words),
    rows: [
      ...moneyRows(costOf(entry, words), entry.benefit, entry.payback, words),
      {
        label: words.say('column-who'),
        value: entry.item.owner ?? words.say('owner-open'),
        detail: isAlone ? '' : words.say('thing-with', { provider: words.say(textId('provider-', provider)) }),
      },
      { label: words.say('column-by'), value: daysOf(entry, plan)[1], detail: '' },
    ],
  };
}

/** Cost and benefit with their ranges, and payback. */
function moneyRows(cost: MoneyText, benefit: Benefit | null, payback: Payback | null, words: Words): Row[] {
  return [
    { label: words.say('card-cost'), ...cost },
    {
      label: words.say('thing-benefit'),
      ...(benefit === null ? { value: words.say('plan-unpriced'), detail: '' } : moneyText(benefit, '', words)),
    },
    { label: words.say('column-payback'), value: paybackLines(payback, words)[0] ?? '', detail: '' },
  ];
}

type MoneyText = Pick<Row, 'value' | 'detail'>;

function moneyText(range: Range, star: string, words: Words): MoneyText {
  const [, span = ''] = moneyLines(range, '', words);
  return { value: `${words.say('plan-wan', { amount: wan(range.planned) })}${star}`, detail: span };
}

/** What is done or in place costs nothing more, and what nobody priced is said. */
function costOf(entry: PlannedMeasure, words: Words): MoneyText {
  const { measure, offer, cost } = entry;
  if (measure === null || offer === null) return { value: costText(entry, words), detail: '' };
  return moneyText(cost, starIf(cost.origin === 'estimate' || !cost.isSized, words), words);
}

function verifyCard(item: Unknown, { mill, plan }: PlannedMill): Card {
  const { words } = mill;
  return {
    title: words.say('owner-verify', { title: briefTitle(unknownTitle(item, mill)) }),
    rows: [
      { label: words.say('card-cost'), value: words.say('thing-free'), detail: '' },
      { label: words.say('column-who'), value: whoKnows(item, mill), detail: '' },
      { label: words.say('column-by'), value: monthsAfter(plan.startOn, PHASE_ENDS[0]), detail: '' },
    ],
  };
}

function candidateCards(mill: Mill): Card[] {
  const { words } = mill;
  return preliminaryOf(mill)
    .slice(0, THINGS)
    .map(({ offer: { measure, cost }, benefit, payback }) => ({
      title: words.pick(measure.name),
      rows: moneyRows(
        moneyText(cost, starIf(cost.origin === 'estimate' || !cost.isSized, words), words),
        benefit,
        payback,
        words,
      ),
    }));
}

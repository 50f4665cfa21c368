import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { PHASE_ENDS } from '../../schema/plan.ts';
import { monthsAfter } from '../../planning/schedule.ts';
import type { Unknown } from '../../planning/unknowns.ts';
import { openItems } from '../counts.ts';
import { benefitLines, costLines, daysOf, moneyLines, nameOf, paybackLines, starIf } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import { preliminaryOf } from '../preliminary.ts';
import type { Block, TableCell } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { unknownTitle, whoKnows } from '../ask.ts';
import { textId } from '../words.ts';

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
        { title: words.say('column-thing'), width: 30 },
        { title: words.say('column-cost'), width: 14, align: 'right' },
        { title: words.say('column-benefit-wan'), width: 14, align: 'right' },
        { title: words.say('column-payback'), width: 13, align: 'right' },
        ...(hasPlan
          ? [
              { title: words.say('column-who'), width: 15 },
              { title: words.say('column-by'), width: 14 },
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
  const provider = entry.measure?.provider;
  const who = [
    entry.item.owner ?? words.say('owner-open'),
    provider === undefined || provider === 'internal'
      ? ''
      : words.say('owner-with', { provider: words.say(textId('provider-', provider)) }),
  ];
  return [
    { text: nameOf(entry, words), strong: true },
    costLines(entry, words).join('\n'),
    benefitLines(entry.benefit, words).join('\n'),
    paybackLines(entry.payback, words).join('\n'),
    who.filter((text) => text !== '').join('\n'),
    daysOf(entry, plan)[1],
  ];
}

function verifyCells(item: Unknown, { mill, plan }: PlannedMill): Cells {
  const { words } = mill;
  return [
    { text: words.say('owner-verify', { title: unknownTitle(item, mill) }), strong: true },
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
      moneyLines(cost, starIf(cost.origin === 'estimate' || !cost.isSized, words), words).join('\n'),
      benefitLines(benefit, words).join('\n'),
      paybackLines(payback, words).join('\n'),
    ]);
}

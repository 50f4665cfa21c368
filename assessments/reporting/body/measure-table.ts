import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { machineUnit } from '../measure-arithmetic.ts';
import { idOf, monthsText, nameOf, plannedBenefit, plannedCost, signed, wan, yearsText } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block, TableCell } from '../report-document.ts';
import { computed } from '../shown-figure.ts';

/** Every measure once, in the order of the plan, with the sums of the lines shown. */
export function measureTable(planned: PlannedMill): Block {
  const { mill, plan, open } = planned;
  const { words } = mill;
  const strong = (text: string): TableCell => ({ text, strong: true });
  return {
    kind: 'table',
    key: 'measures',
    caption: words.say('measures-caption', { star: words.say('star') }),
    columns: [
      { title: words.say('column-id'), width: 8 },
      { title: words.say('column-measure'), width: 30 },
      { title: words.say('column-units'), width: 9, align: 'right' },
      { title: words.say('column-cost-short'), width: 10, align: 'right' },
      { title: words.say('column-benefit'), width: 10, align: 'right' },
      { title: words.say('column-payback'), width: 9, align: 'right' },
      { title: words.say('column-own-effect'), width: 15 },
      { title: words.say('column-months'), width: 9, align: 'center' },
    ],
    rows: [
      ...open.map((entry) => ({ cells: cellsOf(entry, planned) })),
      {
        cells: [
          '',
          strong(words.say('plan-sum')),
          '',
          strong(wan(plan.cost.planned)),
          strong(plan.benefit === null ? '—' : wan(plan.benefit.planned)),
          strong(plan.payback === null ? '—' : yearsText(plan.payback.planned, words)),
          '',
          '',
        ],
      },
    ],
  };
}

function cellsOf(entry: PlannedMeasure, planned: PlannedMill): (string | TableCell)[] {
  const { words } = planned.mill;
  const { payback } = entry;
  return [
    idOf(entry),
    { text: nameOf(entry, words), strong: true },
    unitsCell(entry, planned),
    plannedCost(entry, words),
    plannedBenefit(entry, words),
    payback === null ? '—' : yearsText(payback.planned, words),
    ownEffect(entry, planned),
    monthsText(entry),
  ];
}

/** `3台`, with ＊ where the register does not say; a dash where it works on no machine. */
function unitsCell({ offer }: PlannedMeasure, { mill }: PlannedMill): string {
  const { words } = mill;
  if (offer?.units == null || offer.measure.scope === null) return '—';
  const { lacking, isKnown } = offer.units;
  return words.say('units', {
    count: computed(lacking),
    unit: machineUnit(offer.measure.scope, mill),
    star: isKnown ? '' : words.say('star'),
  });
}

/** Points by topic of the measure with what it requires, less those of what it requires. */
function ownEffect({ item, offer }: PlannedMeasure, { plan, topics, mill: { words } }: PlannedMill): string {
  if (offer === null) return '—';
  const own = plan.ownEffect(item.id);
  const parts = topics.flatMap(({ today }) => {
    const points = own[today.id];
    return points === undefined ? [] : [`${words.pick(today.pack.shortName)}${signed(points)}`];
  });
  return parts.join('\n') || '—';
}

import type { PlannedMeasure } from '../../../planning/planned-measures.ts';
import { benefitLines, costLines, idOf, monthsText, nameOf, paybackLines } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';
import { computed } from '../../shown-figure.ts';
import { machineUnit } from '../../measure-arithmetic.ts';

/** Every measure in the order of the plan, with its units, money and months. */
export function measureTable(planned: PlannedMill): Block[] {
  const { words, name } = planned.mill;
  if (planned.open.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('plan-table-heading') },
    { kind: 'paragraph', text: words.say('plan-table-lead', { name, star: words.say('star') }), tone: 'muted' },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 9 },
        { title: words.say('column-measure'), width: 28 },
        { title: words.say('column-units'), width: 10, align: 'right' },
        { title: words.say('column-cost'), width: 15, align: 'right' },
        { title: words.say('column-benefit'), width: 15, align: 'right' },
        { title: words.say('column-payback'), width: 12, align: 'right' },
        { title: words.say('column-months'), width: 8, align: 'center' },
        { title: words.say('column-phase'), width: 6, align: 'center' },
      ],
      rows: planned.plan.planned.map((entry) => ({ cells: cellsOf(entry, planned) })),
    },
  ];
}

function cellsOf(entry: PlannedMeasure, planned: PlannedMill) {
  const { words } = planned.mill;
  return [
    idOf(entry),
    { text: nameOf(entry, words), strong: true },
    unitsCell(entry, planned),
    costLines(entry, words).join('\n'),
    benefitLines(entry.benefit, words).join('\n'),
    paybackLines(entry.payback, words).join('\n'),
    monthsText(entry),
    entry.item.state === 'done' ? '—' : String(entry.phase),
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

import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { needsVerification } from '../../schema/marks.ts';
import { priceUnit, savedName, savedUnit } from '../measure-arithmetic.ts';
import { idOf, nameOf, starIf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookCell, WorkbookTable } from '../report-workbook.ts';
import { significant } from '../shown-figure.ts';
import { shownWan } from '../shown-plan.ts';
import { withTotals } from './totals.ts';

const [LOW, PLANNED, HIGH, CAUTIOUS] = [8, 9, 10, 11] as const;

/** The arithmetic of every benefit, a row for each saving: quantity × price = money a year; null where there is no plan. */
export function savingsSheet(mill: Mill): WorkbookTable | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const money = { width: 11, kind: 'wan', decimals: 1, unit: words.say('unit-wan-year') } as const;
  return withTotals(
    {
      kind: 'table',
      name: words.say('sheet-savings'),
      frozen: 2,
      columns: [
        { title: words.say('sheet-id'), width: 8, kind: 'text' },
        { title: words.say('sheet-measure'), width: 28, kind: 'text' },
        { title: words.say('sheet-saved'), width: 18, kind: 'text' },
        { title: words.say('sheet-quantity'), width: 13, kind: 'number' },
        { title: words.say('sheet-unit'), width: 9, kind: 'text' },
        { title: words.say('sheet-price'), width: 9, kind: 'number' },
        { title: words.say('sheet-price-unit'), width: 10, kind: 'text' },
        { title: words.say('sheet-price-origin'), width: 11, kind: 'text' },
        { title: words.say('sheet-benefit-low'), ...money },
        { title: words.say('sheet-benefit-planned'), ...money },
        { title: words.say('sheet-benefit-high'), ...money },
        { title: words.say('sheet-benefit-cautious'), ...money },
        { title: words.say('sheet-basis'), width: 36, kind: 'text' },
        { title: words.say('star'), width: 4, kind: 'text' },
      ],
      rows: planned.open.flatMap((entry) => rowsOf(entry, mill)),
    },
    words.say('plan-sum'),
    { [LOW]: 'sum', [PLANNED]: 'sum', [HIGH]: 'sum', [CAUTIOUS]: 'sum' },
  );
}

/** A row for each saving; one for what the enterprise says of a measure of its own. */
function rowsOf(entry: PlannedMeasure, mill: Mill): WorkbookCell[][] {
  const { words } = mill;
  const { benefit, lines } = entry;
  const own = [idOf(entry), nameOf(entry, words)];
  if (lines.length === 0)
    return benefit === null
      ? []
      : [
          [
            ...own,
            words.say('saved-own'),
            null,
            null,
            null,
            null,
            words.say('price-own'),
            benefit.low,
            benefit.planned,
            benefit.high,
            benefit.cautious,
            null,
            null,
          ],
        ];
  return lines.map((line) => {
    const { low, planned, high, cautious } = shownWan(line);
    /** What is counted in money has no price. */
    const unit = priceUnit(line, words);
    return [
      ...own,
      savedName(line, mill),
      significant(line.quantity.planned),
      savedUnit(line, words) || null,
      unit === '' || line.price === null ? null : significant(line.price),
      unit || null,
      line.priceOrigin === null
        ? words.say('plan-unpriced')
        : words.say(line.priceOrigin === 'mill' ? 'price-own' : 'price-reference'),
      ...(line.price === null ? [null, null, null, null] : [low, planned, high, cautious]),
      line.origin === null ? null : words.pick(line.origin.basis),
      line.origin === null ? null : starIf(needsVerification(line.origin.mark), words) || null,
    ];
  });
}

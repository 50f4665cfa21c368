import { wanOf } from '../../planning/benefit.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { priceUnit, savedName, savedUnit } from '../measure-arithmetic.ts';
import { idOf, nameOf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookSheet } from '../report-workbook.ts';
import { significant } from '../shown-figure.ts';
import { textId } from '../words.ts';

/** The arithmetic of every benefit, a row for each saving: quantity × price = money a year; null where there is no plan. */
export function savingsSheet(mill: Mill): WorkbookSheet | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const money = { width: 12, kind: 'wan', decimals: 1 } as const;
  return {
    name: words.say('sheet-savings'),
    columns: [
      { title: words.say('sheet-id'), width: 9, kind: 'text' },
      { title: words.say('sheet-measure'), width: 34, kind: 'text' },
      { title: words.say('sheet-saved'), width: 22, kind: 'text' },
      { title: words.say('sheet-quantity'), width: 14, kind: 'number' },
      { title: words.say('sheet-unit'), width: 10, kind: 'text' },
      { title: words.say('sheet-price'), width: 12, kind: 'number' },
      { title: words.say('sheet-price-unit'), width: 12, kind: 'text' },
      { title: words.say('sheet-price-origin'), width: 12, kind: 'text' },
      { title: words.say('sheet-benefit-low'), ...money },
      { title: words.say('sheet-benefit-planned'), ...money },
      { title: words.say('sheet-benefit-high'), ...money },
      { title: words.say('sheet-basis'), width: 60, kind: 'text' },
      { title: words.say('sheet-mark'), width: 12, kind: 'text' },
    ],
    rows: planned.open.flatMap((entry) =>
      entry.lines.map((line) => [
        idOf(entry),
        nameOf(entry, words),
        savedName(line, mill),
        significant(line.quantity.planned),
        savedUnit(line, words) || null,
        line.price === null ? null : significant(line.price),
        priceUnit(line, words) || null,
        line.priceOrigin === null
          ? words.say('plan-unpriced')
          : words.say(line.priceOrigin === 'mill' ? 'price-own' : 'price-reference'),
        ...(line.price === null
          ? [null, null, null]
          : [line.quantity.low, line.quantity.planned, line.quantity.high].map((quantity) =>
              rounded(wanOf(line, quantity)),
            )),
        line.origin === null ? null : words.pick(line.origin.basis),
        line.origin === null ? null : words.say(textId('short-', line.origin.mark)),
      ]),
    ),
  };
}

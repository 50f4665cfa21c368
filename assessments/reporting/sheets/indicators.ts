import { roundedDown } from '../../scoring/shown-number.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookSheet } from '../report-workbook.ts';
import { significant } from '../shown-figure.ts';

/** Every indicator of the result; what is unknown says so and is never 0. */
export function indicatorsSheet({ words, result }: Mill): WorkbookSheet {
  return {
    name: words.say('sheet-indicators'),
    columns: [
      { title: words.say('sheet-indicator'), width: 34, kind: 'text' },
      { title: words.say('sheet-value'), width: 16, kind: 'number' },
      { title: words.say('sheet-unit'), width: 18, kind: 'text' },
      { title: words.say('sheet-points'), width: 10, kind: 'number', decimals: 1 },
      { title: words.say('sheet-id'), width: 36, kind: 'text' },
    ],
    rows: Object.entries(result.indicators).map(([id, { value, unit, score }]) => [
      words.indicator(id),
      value === null ? words.say('unknown') : significant(value),
      words.unit(unit) || null,
      score === null ? null : roundedDown(score),
      id,
    ]),
  };
}

import { idOf, nameOf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookTable } from '../report-workbook.ts';

/** What every measure of the catalogue is accepted by and what may go wrong. Null where there is no plan. */
export function acceptanceSheet(mill: Mill): WorkbookTable | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  return {
    kind: 'table',
    name: words.say('sheet-plan-acceptance'),
    frozen: 2,
    columns: [
      { title: words.say('sheet-id'), width: 8, kind: 'text' },
      { title: words.say('sheet-measure'), width: 32, kind: 'text' },
      { title: words.say('sheet-acceptance'), width: 58, kind: 'text' },
      { title: words.say('sheet-risk'), width: 58, kind: 'text' },
    ],
    rows: planned.open.map((entry) => [
      idOf(entry),
      nameOf(entry, words),
      words.pick(entry.measure?.acceptance) || null,
      words.pick(entry.measure?.risk) || null,
    ]),
  };
}

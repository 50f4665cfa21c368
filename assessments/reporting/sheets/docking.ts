import { nameOf, idOf, providerText } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookTable } from '../report-workbook.ts';
import { textId } from '../words.ts';
import { withTotals } from './totals.ts';

const COST = 5;

/** The chosen measures as a list to look for providers with; quotation and name stay empty. Null where there is no plan. */
export function dockingSheet(mill: Mill): WorkbookTable | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const money = { unit: words.say('unit-wan'), width: 12, kind: 'wan', decimals: 1 } as const;
  const table: WorkbookTable = {
    kind: 'table',
    name: words.say('sheet-docking'),
    columns: [
      { title: words.say('sheet-provider'), width: 16, kind: 'text' },
      { title: words.say('sheet-service'), width: 16, kind: 'text' },
      { title: words.say('sheet-id'), width: 9, kind: 'text' },
      { title: words.say('sheet-measure'), width: 36, kind: 'text' },
      { title: words.say('sheet-phase'), width: 7, kind: 'number' },
      { title: words.say('sheet-cost-planned'), ...money },
      { title: words.say('sheet-quote'), ...money },
      { title: words.say('sheet-contact'), width: 36, kind: 'text' },
    ],
    rows: planned.open.map((entry) => {
      const service = entry.measure?.service ?? null;
      return [
        providerText(entry, words),
        service === null ? null : words.say(textId('service-', service)),
        idOf(entry),
        nameOf(entry, words),
        entry.phase,
        entry.cost.planned,
        null,
        null,
      ];
    }),
  };
  return withTotals(table, words.say('plan-sum'), { [COST]: 'sum' });
}

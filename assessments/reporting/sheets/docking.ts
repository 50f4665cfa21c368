import { rounded } from '../../scoring/shown-number.ts';
import { nameOf, idOf, providerText } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookSheet } from '../report-workbook.ts';
import { textId } from '../words.ts';

/** The chosen measures as a list to look for providers with; quotation and name stay empty. Null where there is no plan. */
export function dockingSheet(mill: Mill): WorkbookSheet | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const money = { width: 12, kind: 'wan', decimals: 1 } as const;
  return {
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
        rounded(entry.cost.planned),
        null,
        null,
      ];
    }),
  };
}

import { unknownTitle, whoKnows } from '../ask.ts';
import { openItems } from '../counts.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookTable } from '../report-workbook.ts';
import { textId } from '../words.ts';

/** What has to be found out and by whom, in its order; also where too little is known for a plan. Null where no plan was asked for. */
export function verifySheet(mill: Mill): WorkbookTable | null {
  const { words, plan, refused } = mill;
  const outcome = refused?.outcome;
  if ((plan ?? null) === null && outcome?.kind !== 'too-little-known') return null;
  return {
    kind: 'table',
    name: words.say('sheet-verify'),
    columns: [
      { title: words.say('sheet-rank'), width: 6, kind: 'number' },
      { title: words.say('sheet-id'), width: 28, kind: 'text' },
      { title: words.say('sheet-kind'), width: 10, kind: 'text' },
      { title: words.say('sheet-what'), width: 60, kind: 'text' },
      { title: words.say('sheet-ask'), width: 20, kind: 'text' },
    ],
    rows: openItems(mill).map((item, i) => [
      i + 1,
      item.id,
      words.say(textId('kind-', item.kind)),
      unknownTitle(item, mill) || null,
      whoKnows(item, mill),
    ]),
  };
}

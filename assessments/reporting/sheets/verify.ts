import { personFor, unknownTitle } from '../chapters/plan/verify.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookTable } from '../report-workbook.ts';
import { textId } from '../words.ts';

/** What has to be found out and by whom, in its order; also where too little is known for a plan. Null where no plan was asked for. */
export function verifySheet(mill: Mill): WorkbookTable | null {
  const { words, plan, refused } = mill;
  const outcome = refused?.outcome;
  const items = plan?.plan.verify ?? (outcome?.kind === 'too-little-known' ? outcome.missing : null);
  if (items === null) return null;
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
    rows: items.map((item, i) => [
      i + 1,
      item.id,
      words.say(textId('kind-', item.kind)),
      unknownTitle(item, mill) || null,
      personFor(item, mill),
    ]),
  };
}

import { ITEM_STATES } from '../../schema/plan.ts';
import { whoKnows } from '../ask.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { textId } from '../words.ts';
import { cellName, type WorkbookChoices, type WorkbookTable } from '../report-workbook.ts';

type List = 'state' | 'owner';

const COLUMNS: Readonly<Record<List, number>> = { state: 0, owner: 1 };
/** An office may lengthen a list by so many names. */
const ROOM = 30;

/** The words that the drop-downs of the plan offer, to be lengthened; null where there is no plan. */
export function listsSheet(mill: Mill): WorkbookTable | null {
  if (plannedMillOf(mill) === null) return null;
  const { words } = mill;
  const [states, owners] = [stateNames(mill), ownerNames(mill)];
  return {
    kind: 'table',
    name: words.say('sheet-lists'),
    columns: [
      { title: words.say('sheet-item-state'), width: 24, kind: 'text' },
      { title: words.say('sheet-owner'), width: 40, kind: 'text' },
    ],
    rows: Array.from({ length: Math.max(states.length, owners.length) }, (_, i) => [
      states[i] ?? null,
      owners[i] ?? null,
    ]),
  };
}

/** Where the choices of a column stand; states are closed, whoever is named may be an owner. */
export function choicesOf(list: List, mill: Mill): WorkbookChoices {
  const column = COLUMNS[list];
  const length = list === 'state' ? stateNames(mill).length : ownerNames(mill).length + ROOM;
  return {
    sheet: mill.words.say('sheet-lists'),
    range: `${cellName(column, 1)}:${cellName(column, length)}`,
    isClosed: list === 'state',
  };
}

/** Whoever has a measure already, the contacts of the enterprise, then whoever is asked for what is unknown. */
function ownerNames(mill: Mill): string[] {
  const planned = plannedMillOf(mill);
  const none = mill.words.say('not-given');
  const contacts = (mill.dossier.enterprise.contacts ?? []).map(({ name, role }) => name ?? role ?? '');
  const named = planned?.plan.planned.map(({ item }) => item.owner ?? '') ?? [];
  const asked = planned?.plan.verify.map((item) => whoKnows(item, mill)) ?? [];
  return [...new Set([...named, ...contacts, ...asked])].filter((name) => name !== '' && name !== none);
}

/** The states that a measure of a plan may be in, as documents call them. */
function stateNames({ words }: Mill): string[] {
  return ITEM_STATES.map((state) => words.say(textId('item-', state)));
}

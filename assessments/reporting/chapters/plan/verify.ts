import { PHASE_ENDS } from '../../../schema/plan.ts';
import { monthsAfter } from '../../../planning/schedule.ts';
import type { Unknown } from '../../../planning/unknowns.ts';
import { unknownTitle, whoKnows } from '../../ask.ts';
import { openItems } from '../../counts.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, TableRow } from '../../report-document.ts';
import type { Mill } from '../../report-input.ts';

/** So many of a person's items are written out, gates all; the rest stands by id, the annex has their titles. */
const WRITTEN_OUT = 6;

/** What has to be found out first: who looks up what, free, in phase 1. */
export function verification({ mill, plan }: PlannedMill): Block[] {
  const { words, name } = mill;
  const items = openItems(mill);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('verify-heading') },
    {
      kind: 'paragraph',
      text: words.say('verify-lead', { name, count: items.length, on: monthsAfter(plan.startOn, PHASE_ENDS[0]) }),
    },
    unknownTable(items, mill),
  ];
}

/** Who looks up what: gates first, then questions, then facts. */
export function unknownTable(items: readonly Unknown[], mill: Mill): Block {
  const { words } = mill;
  const byPerson = new Map<string, Unknown[]>();
  for (const item of items) {
    const person = whoKnows(item, mill);
    byPerson.set(person, [...(byPerson.get(person) ?? []), item]);
  }
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-ask'), width: 20 },
      { title: words.say('column-items'), width: 70 },
      { title: words.say('column-count'), width: 10, align: 'right' },
    ],
    rows: [...byPerson].map(([person, own]): TableRow => ({
      cells: [{ text: person, strong: true }, itemsText(own, mill), String(own.length)],
    })),
  };
}

function itemsText(items: readonly Unknown[], mill: Mill): string {
  const { words } = mill;
  const gates = items.filter(({ kind }) => kind === 'gate');
  const facts = items.filter(({ kind }) => kind === 'fact');
  const questions = items.filter(({ kind }) => kind === 'question');
  const written = questions.slice(0, WRITTEN_OUT);
  const rest = questions.slice(WRITTEN_OUT).map(({ id }) => id);
  return [
    ...gates.map((item) => words.say('verify-gate', { id: item.id, title: unknownTitle(item, mill) })),
    ...written.map((item) => `${item.id} ${unknownTitle(item, mill)}`),
    words.list(rest),
    words.list(facts.map((item) => unknownTitle(item, mill))),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

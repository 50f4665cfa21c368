import { daysOf, nameOf, plannedCost } from '../plan-text.ts';
import { itemState, itemTitle } from '../answer-text.ts';
import { whomToAsk } from '../ask.ts';
import type { ContentSlide } from '../deck-document.ts';
import { leftOpen } from '../open-gates.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { TableCell, TableRow } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { noteOf } from './evidence-note.ts';

/** So many have room with what was found and what closes them. */
const SHOWN = 6;

interface GateReading {
  readonly id: string;
  readonly topic: Topic;
}

/** Gates that are not met, in the order of the topics. */
export function failedGatesOf(mill: Mill): GateReading[] {
  return gatesOf(mill, 'failed');
}

function gatesOf({ topics }: Mill, state: 'failed' | 'unknown'): GateReading[] {
  return topics.flatMap((topic) =>
    topic.result.gates.filter((gate) => gate.state === state).map(({ id }) => ({ id, topic })),
  );
}

/** What stands in the way: gates that are not met or not known, what was seen, and what closes them. */
export function gatesSlide(mill: Mill): ContentSlide | null {
  const { words } = mill;
  const failed = gatesOf(mill, 'failed');
  const unknown = gatesOf(mill, 'unknown');
  if (failed.length + unknown.length === 0) return null;
  return {
    kind: 'content',
    tone: failed.length > 0 ? 'bad' : 'warning',
    title: titleOf(failed, unknown, mill),
    lead: leadOf(failed, mill),
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('deck-gate'), width: 32 },
          { title: words.say('deck-seen'), width: 32 },
          { title: words.say('deck-closes'), width: 36 },
        ],
        rows: rowsOf([...failed, ...unknown], failed.length, mill),
      },
    ],
    source: failed.length === 0 ? '' : words.say('deck-gates-source'),
    notes: failed.map(({ id }) => words.say('deck-advice', { id, advice: adviceOf(id, mill) })),
  };
}

/** A row a gate, those that failed first; how many more there are where they do not all fit. */
function rowsOf(gates: readonly GateReading[], failed: number, mill: Mill): TableRow[] {
  const shown = gates.length <= SHOWN + 1 ? gates : gates.slice(0, SHOWN);
  const rest = gates.length - shown.length;
  return [
    ...shown.map((gate, i) => (i < failed ? failedRow(gate, mill) : unknownRow(gate, mill))),
    ...(rest === 0
      ? []
      : [
          {
            span: true,
            cells: [{ text: mill.words.say('deck-unknown-rest', { count: rest }), tone: 'muted' as const }],
          },
        ]),
  ];
}

/** What the failed gates cap, and why the plan leaves some open. */
function leadOf(failed: readonly GateReading[], mill: Mill): string {
  if (failed.length === 0) return '';
  const planned = plannedMillOf(mill);
  return mill.words.flow([
    mill.words.say('deck-gates-lead', { topics: mill.words.list(names(failed, mill)) }),
    planned === null ? '' : leftOpen(planned),
  ]);
}

function names(gates: readonly GateReading[], { words }: Mill): string[] {
  return [...new Set(gates.map(({ topic }) => words.pick(topic.pack.shortName)))];
}

function titleOf(failed: readonly GateReading[], unknown: readonly GateReading[], mill: Mill): string {
  const { words } = mill;
  if (failed.length === 0) return words.say('deck-gates-title-unknown', { count: unknown.length });
  const planned = plannedMillOf(mill);
  const closed = failed.filter(({ id }) => planned?.plan.gatesClosed.includes(id) ?? false);
  const on = closersOf(
    closed.map(({ id }) => id),
    mill,
  )
    .map(({ until }) => until)
    .sort()
    .at(-1);
  const values = { count: failed.length, closed: closed.length, on: on ?? '' };
  if (closed.length === failed.length && on !== undefined) return words.say('deck-gates-title-all', values);
  if (closed.length > 0 && on !== undefined) return words.say('deck-gates-title-some', values);
  return words.say('deck-gates-title', values);
}

/** The planned measures that close gates, with the day on which they are done. */
function closersOf(ids: readonly string[], mill: Mill) {
  const planned = plannedMillOf(mill);
  if (planned === null) return [];
  return planned.open
    .filter(({ closes }) => closes.some((gate) => ids.includes(gate)))
    .map((entry) => ({ entry, until: daysOf(entry, planned.plan)[1] }));
}

function failedRow({ id }: GateReading, mill: Mill): TableRow {
  const { words } = mill;
  const planned = plannedMillOf(mill);
  const closers = planned?.plan.gatesClosed.includes(id) === true ? closersOf([id], mill) : [];
  const closing =
    closers.length === 0
      ? ({
          text: words.say(planned === null ? 'deck-gate-open-yet' : 'deck-gate-stays-open'),
          tone: 'bad',
          strong: true,
        } satisfies TableCell)
      : closers
          .map(({ entry, until }) =>
            words.say('deck-gate-closer', {
              name: nameOf(entry, words),
              cost: plannedCost(entry, words),
              until,
            }),
          )
          .join('\n');
  return { cells: [{ text: gateTitle(id, mill), strong: true }, seen(id, mill), closing] };
}

function unknownRow({ id }: GateReading, mill: Mill): TableRow {
  const { words } = mill;
  return {
    cells: [
      { text: gateTitle(id, mill), strong: true },
      { text: words.say('unknown'), tone: 'warning' },
      words.say('deck-gate-find-out', { who: whomToAsk(id, mill) }),
    ],
  };
}

function gateTitle(id: string, mill: Mill): string {
  return mill.words.say('deck-item', { id, title: itemTitle(id, mill) });
}

/** The answer that counts, with what the specialist noted on it. */
export function seen(id: string, mill: Mill): string {
  const note = noteOf(id, mill);
  const state = itemState(id, mill);
  return note === '' ? state : `${state}\n${mill.words.say('deck-note', { note })}`;
}

function adviceOf(id: string, { guidance, words }: Mill): string {
  return words.pick(guidance[id]?.goodEnough);
}

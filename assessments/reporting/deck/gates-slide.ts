import { daysOf, nameOf, plannedCost } from '../plan-text.ts';
import { itemState, itemTitle } from '../answer-text.ts';
import { whomToAsk } from '../ask.ts';
import type { ContentSlide } from '../deck-document.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { TableCell, TableRow } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { noteOf } from './evidence-note.ts';

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
    lead: failed.length === 0 ? '' : words.say('deck-gates-lead', { topics: words.list(names(failed, mill)) }),
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('deck-gate'), width: 32 },
          { title: words.say('deck-seen'), width: 32 },
          { title: words.say('deck-closes'), width: 36 },
        ],
        rows: [...failed.map((gate) => failedRow(gate, mill)), ...unknown.map((gate) => unknownRow(gate, mill))],
      },
    ],
    source: words.say('deck-gates-source'),
    notes: failed.map(({ id }) => words.say('deck-advice', { id, advice: adviceOf(id, mill) })),
  };
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

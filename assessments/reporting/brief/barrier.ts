import { itemState, itemTitle } from '../answer-text.ts';
import { closingNames, leftOpen } from '../open-gates.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { briefNote, briefTitle } from '../short-note.ts';

/** Gates in words; of more the ids suffice on one page. */
const WRITTEN_OUT = 3;

/** What stands in the way: failed gates in words with what closes each, or that none is failed; why there is no plan where it was refused. */
export function barrier(mill: Mill, planned: PlannedMill | null): Block {
  const { words, topics } = mill;
  const gates = topics.flatMap(({ pack, result }) => result.gates.map((gate) => ({ ...gate, pack })));
  const failed = gates.filter(({ state }) => state === 'failed');
  const unknown = gates.filter(({ state }) => state === 'unknown').length;
  const lines = [
    refusalText(mill),
    planned === null ? '' : leftOpen(planned),
    ...failed.slice(0, WRITTEN_OUT).map(({ id, pack }) => {
      const caps = pack.method === 'water' || pack.method === 'green' ? pack.gateCap : null;
      return words.flow([
        words.say('owner-gate', {
          title: briefTitle(itemTitle(id, mill)),
          state: itemState(id, mill),
          note: noteText(id, mill),
        }),
        caps === null ? '' : words.say('owner-gate-cap', { topic: words.pick(pack.shortName), cap: caps }),
        closedBy(id, planned, mill),
      ]);
    }),
    failed.length <= WRITTEN_OUT
      ? ''
      : words.say('owner-gates-more', { ids: words.list(failed.slice(WRITTEN_OUT).map(({ id }) => id)) }),
    unknown === 0 ? '' : words.say('owner-gates-unknown', { count: unknown }),
  ].filter((line) => line !== '');
  const title =
    failed.length > 0
      ? words.say('owner-gates-failed', { count: failed.length })
      : words.say(unknown > 0 ? 'owner-gates-unsure' : 'owner-gates-none');
  const isClear = failed.length === 0 && mill.refused == null;
  return {
    kind: 'callout',
    tone: isClear ? (unknown > 0 ? 'warning' : 'good') : 'bad',
    title,
    text: lines.join('\n'),
  };
}

function refusalText({ refused, words, name }: Mill): string {
  if (refused === null || refused === undefined) return '';
  return words.say(refused.outcome.kind === 'too-little-known' ? 'owner-too-little' : 'owner-over', { name });
}

/** What the specialist or the mill wrote beside the answer. */
function noteText(id: string, { diagnosis, words }: Mill): string {
  const note = diagnosis.answers[id]?.note ?? '';
  return note === '' ? '' : words.say('owner-gate-note', { note: briefNote(note) });
}

function closedBy(gate: string, planned: PlannedMill | null, { words }: Mill): string {
  const names = closingNames(gate, planned);
  return names.length === 0 ? '' : words.say('owner-gate-closed', { names: words.list(names) });
}

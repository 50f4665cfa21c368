import { shownScore } from '../../scoring/shown-number.ts';
import { unknownTitle, whereToLook, whoKnows } from '../ask.ts';
import { openCounts } from '../counts.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { unknownItems, type UnknownItem } from '../unknowns.ts';

/** What is still to be found out: who knows it, in which papers it stands, and which points it keeps open. */
export function unknownsAnnex(mill: Mill): Block[] {
  const { words, name } = mill;
  const items = unknownItems(mill);
  const heading: Block = { kind: 'heading', level: 1, key: 'annex-unknowns', text: words.say('unknowns-heading') };
  if (items.length === 0) return [heading, { kind: 'paragraph', text: words.say('unknown-none', { name }) }];
  return [
    heading,
    { kind: 'paragraph', text: words.say('unknown-lead', { name, ...openCounts(items) }) },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 12 },
        { title: words.say('column-question'), width: 32 },
        { title: words.say('column-ask'), width: 16 },
        { title: words.say('column-where'), width: 26 },
        { title: words.say('column-interval'), width: 14 },
      ],
      rows: items.map((item) => ({
        cells: [
          item.kind === 'fact' ? '—' : item.id,
          unknownTitle(item, mill),
          whoKnows(item, mill),
          whereToLook(item, mill),
          openText(item, mill),
        ],
      })),
    },
  ];
}

/** 待核实 with the interval of what it keeps open, a line of the score each; a gate has no points. */
function openText({ id, lines }: UnknownItem, { words }: Mill): string {
  if (lines.length === 0) return words.say('unknown');
  return lines
    .map((line) => `${line.id === id ? words.say('unknown') : line.id} ${shownScore(line.points)}`)
    .join('\n');
}

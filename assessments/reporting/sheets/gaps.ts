import { gapsOf } from '../../scoring/gaps.ts';
import { rounded, roundedDown, shownShare } from '../../scoring/shown-number.ts';
import { adviceText } from '../advice-text.ts';
import { itemState, itemTitle } from '../answer-text.ts';
import { whomToAsk } from '../ask.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookTable } from '../report-workbook.ts';

/** What keeps the mill back and what to do about it, in the order of gaps: gates first, which cost no points, then question by question. */
export function gapsSheet(mill: Mill): WorkbookTable {
  const { words, topics, result } = mill;
  const gaps = gapsOf(
    result,
    topics.map((topic) => topic.id),
  );
  const points = { unit: words.say('unit-points'), width: 9, kind: 'number', decimals: 1 } as const;
  return {
    kind: 'table',
    name: words.say('sheet-gaps'),
    frozen: 3,
    columns: [
      { title: words.say('sheet-rank'), width: 6, kind: 'number' },
      { title: words.say('sheet-topic'), width: 9, kind: 'text' },
      { title: words.say('sheet-id'), width: 12, kind: 'text' },
      { title: words.say('sheet-item'), width: 36, kind: 'text' },
      { title: words.say('sheet-state'), width: 26, kind: 'text' },
      { title: words.say('sheet-do-better'), width: 40, kind: 'text' },
      { title: words.say('sheet-ask'), width: 14, kind: 'text' },
      { title: words.say('sheet-points-low'), ...points },
      { title: words.say('sheet-points-high'), ...points },
      { title: words.say('sheet-weight'), width: 8, kind: 'percent', decimals: 1 },
      { title: words.say('sheet-lost'), ...points },
    ],
    rows: gaps.map((gap, i) => [
      i + 1,
      words.pick(mill.packs[gap.pack].shortName),
      gap.question,
      itemTitle(gap.question, mill),
      itemState(gap.question, mill),
      adviceText(gap.question, mill) || null,
      whomToAsk(gap.question, mill),
      ...(gap.kind === 'points'
        ? [roundedDown(gap.points.low), roundedDown(gap.points.high), shownShare(gap.weight), rounded(gap.size)]
        : [null, null, null, null]),
    ]),
  };
}

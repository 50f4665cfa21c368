import { gapsOf } from '../../scoring/gaps.ts';
import { rounded, roundedDown, shownShare } from '../../scoring/shown-number.ts';
import { adviceText } from '../advice-text.ts';
import { itemState, itemTitle } from '../answer-text.ts';
import { whomToAsk } from '../ask.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookSheet } from '../report-workbook.ts';

/** What keeps the mill back and what to do about it, in the order of gaps: gates first, which cost no points, then question by question. */
export function gapsSheet(mill: Mill): WorkbookSheet {
  const { words, topics, result } = mill;
  const gaps = gapsOf(
    result,
    topics.map((topic) => topic.id),
  );
  return {
    name: words.say('sheet-gaps'),
    columns: [
      { title: words.say('sheet-rank'), width: 7, kind: 'number' },
      { title: words.say('sheet-topic'), width: 12, kind: 'text' },
      { title: words.say('sheet-id'), width: 13, kind: 'text' },
      { title: words.say('sheet-item'), width: 48, kind: 'text' },
      { title: words.say('sheet-state'), width: 36, kind: 'text' },
      { title: words.say('sheet-do-better'), width: 60, kind: 'text' },
      { title: words.say('sheet-ask'), width: 18, kind: 'text' },
      { title: words.say('sheet-points-low'), width: 10, kind: 'number', decimals: 1 },
      { title: words.say('sheet-points-high'), width: 10, kind: 'number', decimals: 1 },
      { title: words.say('sheet-weight'), width: 10, kind: 'percent', decimals: 1 },
      { title: words.say('sheet-lost'), width: 12, kind: 'number', decimals: 1 },
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

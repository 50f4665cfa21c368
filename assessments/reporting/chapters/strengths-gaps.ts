import { shownPoints, shownScore } from '../../scoring/shown-number.ts';
import { missingPoints, strengthsOf, type RankedLine } from '../../scoring/gaps.ts';
import { lostText } from '../lost-text.ts';
import { adviceText } from '../advice-text.ts';
import { itemState, itemTitle } from '../answer-text.ts';
import type { Block, TableColumn } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';

const STRENGTHS = 6;
const GAPS = 12;
const ADVICE = 4;

export function strengthsTable(topic: Topic, mill: Mill): Block[] {
  const { words, name } = mill;
  const strengths = strengthsOf(topic.id, topic.result).slice(0, STRENGTHS);
  const heading: Block = { kind: 'heading', level: 2, text: words.say('strengths-heading') };
  if (strengths.length === 0)
    return [heading, { kind: 'paragraph', text: words.say('strengths-none', { name, topic: topic.name }) }];
  return [
    heading,
    {
      kind: 'table',
      columns: columns(mill, words.say('column-earned'), 0),
      rows: strengths.map((standing) => ({ cells: standingCells(standing, shownPoints(standing.size), mill) })),
    },
  ];
}

export function gapsTable(topic: Topic, mill: Mill): Block[] {
  const { words, name } = mill;
  const gaps = missingPoints(topic.id, topic.result);
  const heading: Block = { kind: 'heading', level: 2, text: words.say('gaps-table-heading') };
  if (gaps.length === 0)
    return [heading, { kind: 'paragraph', text: words.say('gaps-none', { name, topic: topic.name }) }];
  const blocked = blockedLevels(topic);
  const shown = [...gaps.slice(0, GAPS), ...gaps.slice(GAPS).filter((gap) => blocked.has(gap.question))];
  return [
    heading,
    {
      kind: 'table',
      columns: [...columns(mill, words.say('column-lost'), 11), { title: words.say('column-blocks'), width: 11 }],
      rows: shown.map((gap) => {
        const level = blocked.get(gap.question);
        return {
          cells: [
            ...standingCells(gap, lostText(gap, words), mill),
            level === undefined ? '' : { text: words.say('blocks', { level }), tone: 'bad' as const },
          ],
        };
      }),
    },
  ];
}

/** The questions that block the next level, with that level. */
function blockedLevels({ result }: Topic): ReadonlyMap<string, number> {
  return new Map(result.blockers.flatMap((blocker) => blocker.questions.map((id) => [id, blocker.level] as const)));
}

function columns({ words }: Mill, last: string, taken: number): TableColumn[] {
  return [
    { title: words.say('column-id'), width: 13 },
    { title: words.say('column-question'), width: 36 - taken / 2 },
    { title: words.say('column-answer'), width: 31 - taken / 2 },
    { title: words.say('column-points'), width: 11, align: 'right' },
    { title: last, width: 9, align: 'right' },
  ];
}

function standingCells(standing: RankedLine, size: string, mill: Mill): string[] {
  return [
    standing.question,
    itemTitle(standing.question, mill),
    itemState(standing.question, mill),
    shownScore(standing.points),
    size,
  ];
}

/** Advice for the heaviest gaps: how to tell it is good enough, how to do better, what proves it. */
export function whereToBegin(topic: Topic, mill: Mill): Block[] {
  const { words } = mill;
  const gaps = missingPoints(topic.id, topic.result)
    .filter((gap) => mill.guidance[gap.question] !== undefined)
    .slice(0, ADVICE);
  if (gaps.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('advice-heading') },
    ...gaps.flatMap((gap) => advice(gap, mill)),
  ];
}

function advice(gap: RankedLine, mill: Mill): Block[] {
  const { words } = mill;
  const guidance = mill.guidance[gap.question];
  if (guidance === undefined) return [];
  const title = words.say('advice-title', {
    id: gap.question,
    topic: itemTitle(gap.question, mill),
    size: lostText(gap, words),
  });
  return [
    { kind: 'heading', level: 3, text: title },
    {
      kind: 'list',
      ordered: false,
      items: [
        words.say('advice-good-enough', { text: words.pick(guidance.goodEnough) }),
        words.say('advice-do-better', { text: adviceText(gap.question, mill) }),
        words.say('advice-proof', { text: words.list(guidance.proof.map((proof) => proof[words.language])) }),
        words.say('advice-ask', { text: words.pick(guidance.ask) }),
      ],
    },
  ];
}

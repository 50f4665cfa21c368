import { anchorRows, anchorsTitle, anchorText } from '../chapters/indicator-table.ts';
import { dimensionScores } from '../chapters/dimension-scores.ts';
import { shownScore } from '../../scoring/shown-number.ts';
import { itemState } from '../answer-text.ts';
import { officialText } from '../brief/standings.ts';
import { levelText, nextLevelText, scoreText } from '../level-text.ts';
import { waterCostBars, yuanText } from '../figures/water-cost.ts';
import { shownWaterCost } from '../mill-money.ts';
import { refer } from '../numbered.ts';
import { starIf } from '../plan-text.ts';
import type { Block } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';

/** Chapter 3: where each topic stands, from its score down to its indicators; a page a topic at most. */
export function standing(mill: Mill): Block[] {
  const { words, topics } = mill;
  return [
    { kind: 'heading', level: 1, text: words.say('body-standing') },
    ...(topics.length === 0 ? [] : [overview(mill)]),
    ...topics.flatMap((topic) => topicSection(topic, mill)),
  ];
}

function overview(mill: Mill): Block {
  const { words } = mill;
  return {
    kind: 'table',
    key: 'levels',
    caption: words.say('summary-levels'),
    columns: [
      { title: words.say('column-topic'), width: 15 },
      { title: words.say('column-score'), width: 14, align: 'right' },
      { title: words.say('column-self'), width: 14, align: 'right' },
      { title: words.say('column-level'), width: 15 },
      { title: words.say('column-best'), width: 15 },
      { title: words.say('column-official'), width: 27 },
    ],
    rows: mill.topics.map((topic) => ({
      cells: [
        { text: topic.name, strong: true },
        scoreText(topic),
        topic.result.selfScore === null ? '—' : shownScore(topic.result.selfScore),
        levelText(topic, topic.result.level, mill),
        levelText(topic, topic.result.levelIfUnknownsGoWell, mill),
        officialText(topic, mill) || '—',
      ],
    })),
  };
}

function topicSection(topic: Topic, mill: Mill): Block[] {
  const { words, name } = mill;
  const heading: Block = { kind: 'heading', level: 2, text: topic.name };
  if (topic.result.score === null)
    return [heading, { kind: 'paragraph', text: words.say('chapter-nothing', { name, topic: topic.name }) }];
  return [
    heading,
    { kind: 'paragraph', text: words.flow([scored(topic, mill), gatesText(topic, mill), nextLevelText(topic, mill)]) },
    ...dimensionScores(topic, mill).filter(({ kind }) => kind === 'figure'),
    ...waterArgument(topic, mill),
    ...indicators(topic, mill),
  ];
}

/** What a cubic metre costs this mill, beside the indicators of water; nothing where that is not known. */
function waterArgument({ pack }: Topic, mill: Mill): Block[] {
  const cost = pack.method === 'water' && waterCostBars(mill) !== null ? shownWaterCost(mill) : null;
  if (cost === null) return [];
  const { words } = mill;
  const intake = cost.parts.find(({ kind }) => kind === 'intake')?.yuan ?? 0;
  return [
    {
      kind: 'paragraph',
      text: words.say('standing-water-cost', {
        yuan: yuanText(cost.yuan),
        intake: yuanText(intake),
        star: starIf(
          cost.parts.some(({ origin }) => origin !== 'mill'),
          words,
        ),
        figure: refer('water-cost'),
      }),
    },
  ];
}

function scored(topic: Topic, mill: Mill): string {
  const { selfScore, counts } = topic.result;
  return mill.words.say('standing-scored', {
    topic: topic.name,
    score: scoreText(topic),
    level: levelText(topic, topic.result.level, mill),
    self: selfScore === null ? '—' : shownScore(selfScore),
    answered: counts.answered,
    unknown: counts.unknown,
  });
}

function gatesText({ result }: Topic, { words }: Mill): string {
  const asked = result.gates.filter((gate) => gate.state !== 'not-applicable');
  if (asked.length === 0) return '';
  const met = asked.filter((gate) => gate.state === 'met').length;
  return words.say('standing-gates', { met, all: asked.length });
}

/** The indicators against the five lines on which points are given. */
function indicators(topic: Topic, mill: Mill): Block[] {
  const { words } = mill;
  const kpis = 'kpis' in topic.pack ? topic.pack.kpis : [];
  const rows = kpis.flatMap((kpi) => {
    const line = topic.result.trace.find((entry) => entry.question === kpi.id);
    if (line === undefined) return [];
    const anchors = anchorRows(kpi, mill);
    return [
      {
        cells: [
          { text: `${kpi.id} ${words.pick(kpi.name)}`, strong: true },
          itemState(kpi.id, mill),
          shownScore(line.points),
          anchors.map((row) => anchorText(kpi, row, anchors.length > 1, mill)).join('\n') || '—',
        ],
      },
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: words.say('indicators-caption', { topic: topic.name }),
      columns: [
        { title: words.say('column-indicator'), width: 30 },
        { title: words.say('column-value'), width: 20, align: 'right' },
        { title: words.say('column-points'), width: 12, align: 'right' },
        { title: anchorsTitle(topic, mill), width: 38 },
      ],
      rows,
    },
  ];
}

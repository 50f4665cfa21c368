import { dimensionScores } from '../chapters/dimension-scores.ts';
import { shownScore } from '../../scoring/shown-number.ts';
import { levelText, nextLevelText, scoreText } from '../level-text.ts';
import { levelsTable } from '../levels-table.ts';
import { bulletCharts } from '../figures/bullets.ts';
import { waterCostBars } from '../figures/water-cost.ts';
import { yuanText } from '../water-argument.ts';
import { catalogueOf, shownWaterCost } from '../mill-money.ts';
import { refer } from '../numbered.ts';
import { starIf } from '../plan-text.ts';
import type { Block } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { seeText } from '../see.ts';

/** Chapter 3: where each topic stands, from its score down to its indicators; a page a topic at most. */
export function standing(mill: Mill): Block[] {
  const { words, topics } = mill;
  return [
    { kind: 'heading', level: 1, text: words.say('body-standing') },
    ...(topics.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: words.say('standing-lead', { count: topics.length, table: refer('levels') }),
          } as const,
          levelsTable(mill),
        ]),
    ...topics.flatMap((topic) => topicSection(topic, mill)),
  ];
}

function topicSection(topic: Topic, mill: Mill): Block[] {
  const { words, name } = mill;
  const heading: Block = { kind: 'heading', level: 2, text: topic.name };
  if (topic.result.score === null)
    return [heading, { kind: 'paragraph', text: words.say('chapter-nothing', { name, topic: topic.name }) }];
  const details = [...dimensionFigure(topic, mill), ...bullets(topic, mill)];
  return [
    heading,
    {
      kind: 'paragraph',
      text: words.flow([
        scored(topic, mill),
        gatesText(topic, mill),
        nextLevelText(topic, mill),
        waterArgument(topic, mill),
        seeText(details, words),
        indicatorsText(topic, mill),
      ]),
    },
    ...details,
  ];
}

/** The dimensions as bars, by the name of their topic. */
function dimensionFigure(topic: Topic, mill: Mill): Block[] {
  return dimensionScores(topic, mill).flatMap((block) =>
    block.kind === 'figure'
      ? [
          {
            ...block,
            key: `dimensions-${topic.id}`,
            caption: mill.words.say('dimension-figure', { topic: topic.name, caption: block.caption }),
          },
        ]
      : [],
  );
}

/** What a cubic metre costs this mill, beside the indicators of water; nothing where that is not known. */
function waterArgument({ pack }: Topic, mill: Mill): string {
  const references = pack.method === 'water' && waterCostBars(mill) !== null ? catalogueOf(mill) : null;
  const cost = references === null ? null : shownWaterCost(mill, references);
  if (cost === null) return '';
  const { words } = mill;
  const intake = cost.parts.find(({ kind }) => kind === 'intake')?.yuan ?? 0;
  return words.say('standing-water-cost', {
    yuan: yuanText(cost.yuan),
    intake: yuanText(intake),
    star: starIf(
      cost.parts.some(({ origin }) => origin !== 'mill'),
      words,
    ),
    figure: refer('water-cost'),
  });
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

/** The known indicators against their anchors, today and after the plan. */
function bullets(topic: Topic, mill: Mill): Block[] {
  const figure = bulletCharts(topic, mill);
  return figure === null ? [] : [{ ...figure, key: `indicators-${topic.id}` }];
}

/** Which indicators are not known, and where all of them stand with their points and sources. */
function indicatorsText(topic: Topic, mill: Mill): string {
  const { words } = mill;
  const kpis = 'kpis' in topic.pack ? topic.pack.kpis : [];
  if (kpis.length === 0) return '';
  const unknown = kpis.filter(
    (kpi) =>
      mill.readings.get(kpi.id)?.state === 'unknown' && topic.result.trace.some(({ question }) => question === kpi.id),
  );
  return words.flow([
    unknown.length === 0
      ? ''
      : words.say('standing-unknown-indicators', {
          list: words.list(unknown.map((kpi) => `${kpi.id} ${words.pick(kpi.name)}`)),
        }),
    words.say('standing-indicators', { annex: refer('annex-norms') }),
  ]);
}

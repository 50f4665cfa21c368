import type { Dimension } from '../../schema/pack.ts';
import type { PackResult } from '../../schema/result.ts';
import { shownScore } from '../../scoring/shown-number.ts';
import { bars, type Bar } from '../figures/bars.ts';
import type { Block, TableBlock } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import type { Words } from '../words.ts';

type Score = PackResult['score'];

interface ScoredDimension {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly score: Score;
  /** By the mill's own answers; undefined where nothing of the topic was verified. */
  readonly own?: Score;
}

/** The dimensions of a topic as bars; where something was verified, the mill's own score stands below the verified one. */
export function dimensionScores(topic: Topic, mill: Mill): Block[] {
  const { words } = mill;
  const scored = scoredDimensions(topic, mill);
  if (scored.length === 0) return [];
  const rows = scored.map((entry) => barOf(entry, words));
  const scores = words.list(rows.map((row) => `${row.label} ${row.value}`));
  const isPaired = rows.some((row) => row.below !== undefined);
  return [
    { kind: 'heading', level: 2, text: words.say('dimension-heading') },
    {
      kind: 'figure',
      figure: bars(rows, words.say('dimension-description', { topic: topic.name, scores })),
      caption: words.say(isPaired ? 'dimension-caption-paired' : 'dimension-caption'),
      table: tableOf(scored, isPaired, words),
    },
  ];
}

function scoredDimensions(topic: Topic, mill: Mill): ScoredDimension[] {
  const { pack, result } = topic;
  const own = ownDimensions(topic, mill);
  return pack.dimensions.flatMap((dimension) => {
    const entry = result.dimensions[dimension.id];
    if (entry === undefined) return [];
    const { weight, score } = entry;
    return [{ dimension, weight, score, ...(own === null ? {} : { own: own[dimension.id]?.score ?? null }) }];
  });
}

/** The dimensions by the mill's own answers alone; null where nothing of the topic was verified. */
function ownDimensions({ id, pack }: Topic, { diagnosis, self }: Mill): PackResult['dimensions'] | null {
  if (pack.questions.every((question) => diagnosis.answers[question.id]?.verified === undefined)) return null;
  return self[id]?.dimensions ?? null;
}

function barOf({ dimension, weight, score, own }: ScoredDimension, words: Words): Bar {
  return {
    label: words.say('dimension-weight', { name: words.pick(dimension.name), weight }),
    ...reachOf(score, words),
    ...(own === undefined ? {} : { below: reachOf(own, words) }),
  };
}

function reachOf(score: Score, words: Words) {
  return { low: score?.low ?? null, high: score?.high ?? null, value: scoreIn(score, words) };
}

function tableOf(scored: readonly ScoredDimension[], isPaired: boolean, words: Words): TableBlock {
  const figure = { align: 'right', width: 20 } as const;
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-dimension'), width: 40 },
      { title: words.say('column-weight'), ...figure },
      { title: words.say('column-score'), ...figure },
      ...(isPaired ? [{ title: words.say('column-self'), ...figure }] : []),
    ],
    rows: scored.map(({ dimension, weight, score, own }) => ({
      cells: [
        words.pick(dimension.name),
        String(weight),
        scoreIn(score, words),
        ...(isPaired ? [scoreIn(own ?? null, words)] : []),
      ],
    })),
  };
}

function scoreIn(score: Score, words: Words): string {
  return score === null ? words.say('not-applicable') : shownScore(score);
}

import { packByMethod } from '../../packs/pack-by-method.ts';
import { shownScore } from '../../scoring/shown-number.ts';
import { topicCounts } from '../counts.ts';
import { nextLevelText, scoreText, standingText } from '../level-text.ts';
import type { Block } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { dimensionScores } from './dimension-scores.ts';
import { energyAndCarbon } from './energy-carbon.ts';
import { indicatorTable } from './indicator-table.ts';
import { scenes } from './scenes.ts';
import { gapsTable, strengthsTable, whereToBegin } from './strengths-gaps.ts';

/** One chapter per topic, from its score down to the answers that hold it back. */
export function topicChapter(topic: Topic, mill: Mill): Block[] {
  const { words } = mill;
  const heading: Block = { kind: 'heading', level: 1, text: topic.name };
  if (topic.result.score === null) {
    return [heading, { kind: 'paragraph', text: words.say('chapter-nothing', { name: mill.name, topic: topic.name }) }];
  }
  return [
    heading,
    { kind: 'paragraph', text: opening(topic, mill) },
    ...dimensionScores(topic, mill),
    ...gatesTable(topic, mill),
    ...indicatorTable(topic, mill),
    ...(topic.pack.method === 'green' ? energyAndCarbon(topic.pack, mill) : []),
    ...strengthsTable(topic, mill),
    ...gapsTable(topic, mill),
    ...whereToBegin(topic, mill),
    ...(topic.id === packByMethod(mill.packs, 'sme').readsFrom ? scenes(mill) : []),
  ];
}

function opening(topic: Topic, mill: Mill): string {
  const { words } = mill;
  const score = words.say('chapter-score', {
    name: mill.name,
    topic: topic.name,
    score: scoreText(topic),
    level: standingText(topic, mill),
    ...topicCounts(topic),
  });
  return words.flow([score, readiness(topic, mill), nextLevelText(topic, mill)]);
}

function readiness({ pack, result }: Topic, { words }: Mill): string {
  if (pack.method !== 'green' || result.parts === undefined) return '';
  const step = pack.readiness.find((candidate) => candidate.id === result.readiness);
  return words.say('parts', {
    sim: shownScore(result.parts.sim),
    mat: shownScore(result.parts.mat),
    readiness: words.pick(step?.name),
  });
}

const STATE_TONES = { met: 'good', failed: 'bad', unknown: 'warning', 'not-applicable': 'muted' } as const;
const STATE_TEXTS = {
  met: 'state-met',
  failed: 'state-failed',
  unknown: 'state-unknown',
  'not-applicable': 'state-not-applicable',
} as const;

function gatesTable({ result }: Topic, mill: Mill): Block[] {
  const { words } = mill;
  if (result.gates.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('gates-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 11 },
        { title: words.say('column-gate'), width: 45 },
        { title: words.say('column-state'), width: 13 },
        { title: words.say('column-basis'), width: 31 },
      ],
      rows: result.gates.map((gate) => {
        const question = mill.question(gate.id);
        const clause = question?.basis.clause == null ? '' : ` ${question.basis.clause}`;
        return {
          cells: [
            gate.id,
            words.pick(question?.stem),
            { text: words.say(STATE_TEXTS[gate.state]), tone: STATE_TONES[gate.state], strong: true },
            { text: `${words.pick(question?.basis.text)}${clause}`, tone: 'muted' },
          ],
        };
      }),
    },
  ];
}

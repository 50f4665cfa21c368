import { shownScore } from '../scoring/shown-number.ts';
import { officialText } from './brief/standings.ts';
import { levelText, scoreText } from './level-text.ts';
import type { TableBlock } from './report-document.ts';
import type { Mill } from './report-input.ts';

/** Each topic with its score, what the mill gave itself, its level, the best that the unknowns leave open, and the official levels. */
export function levelsTable(mill: Mill): TableBlock {
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

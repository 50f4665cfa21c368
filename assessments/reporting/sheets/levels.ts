import { officialLevelName } from '../../scoring/level-name.ts';
import { roundedDown } from '../../scoring/shown-number.ts';
import { levelText } from '../level-text.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookTable } from '../report-workbook.ts';

/** Where each topic stands: its score, the mill's own view of it, our level and the official one beside it. */
export function levelsSheet(mill: Mill): WorkbookTable {
  const { words, topics, result } = mill;
  const points = { unit: words.say('unit-points'), width: 12, kind: 'number', decimals: 1 } as const;
  const shown = (score: number | undefined) => (score === undefined ? null : roundedDown(score));
  return {
    kind: 'table',
    name: words.say('sheet-levels'),
    columns: [
      { title: words.say('sheet-topic'), width: 18, kind: 'text' },
      { title: words.say('sheet-points-low'), ...points },
      { title: words.say('sheet-points-high'), ...points },
      { title: words.say('sheet-self-low'), ...points },
      { title: words.say('sheet-self-high'), ...points },
      { title: words.say('column-level'), width: 18, kind: 'text' },
      { title: words.say('column-best'), width: 18, kind: 'text' },
      { title: words.say('sheet-official-level'), width: 44, kind: 'text' },
    ],
    rows: topics.map((topic) => {
      const { score, selfScore, level, levelIfUnknownsGoWell } = topic.result;
      return [
        topic.name,
        shown(score?.low),
        shown(score?.high),
        shown(selfScore?.low),
        shown(selfScore?.high),
        levelText(topic, level, mill),
        levelText(topic, levelIfUnknownsGoWell, mill),
        officialLevelName(topic.pack, result.indicative.gbt39116?.level, words.language),
      ];
    }),
  };
}

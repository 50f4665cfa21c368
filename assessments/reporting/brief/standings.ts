import { packByMethod } from '../../packs/pack-by-method.ts';
import { levelName, officialLevelName } from '../../scoring/level-name.ts';
import { levelText, scoreText } from '../level-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block, TableCell } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';

/** The topics: level of five, the official indicative level beside it, and what the plan aims at and reaches. */
export function standings(mill: Mill, planned: PlannedMill | null): Block[] {
  const { words, topics } = mill;
  if (topics.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: words.say('owner-standing') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-topic'), width: 16 },
        { title: words.say('column-score'), width: 14, align: 'right' },
        { title: words.say('column-level'), width: 17 },
        { title: words.say('column-official'), width: 27 },
        ...(planned === null
          ? []
          : [
              { title: words.say('column-target'), width: 13 },
              { title: words.say('column-after'), width: 19 },
            ]),
      ],
      rows: topics.map((topic) => ({
        cells: [
          { text: topic.name, strong: true },
          scoreText(topic),
          levelText(topic, topic.result.level, mill),
          officialText(topic, mill) || '—',
          ...(planned === null ? [] : planCells(topic, planned)),
        ],
      })),
    },
  ];
}

/** The levels of official models that the answers of a topic come to; empty where no model is read off them. */
export function officialText(topic: Topic, { words, result, packs }: Mill): string {
  const sme = packByMethod(packs, 'sme');
  const scenes = topic.id === sme.readsFrom ? result.indicative.miit2024 : undefined;
  return [
    officialLevelName(topic.pack, result.indicative.gbt39116?.level, words.language) ?? '',
    scenes === undefined
      ? ''
      : words.say('official-sme', { level: levelName(sme.levels, scenes.level, words.language) }),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function planCells(topic: Topic, planned: PlannedMill): (string | TableCell)[] {
  const { plan, topics, mill } = planned;
  const { words } = mill;
  const target = plan.targets.find(({ pack }) => pack === topic.id);
  const after = topics.find(({ today }) => today.id === topic.id)?.after;
  const level =
    after === undefined ? '—' : words.say('owner-after', { level: after.result.level ?? '—', score: scoreText(after) });
  if (target === undefined) return ['—', level];
  const tone = target.reached ? 'good' : target.onlyUnknown ? 'warning' : 'bad';
  const state = words.say(target.reached ? 'plan-reached' : target.onlyUnknown ? 'plan-only-unknown' : 'plan-missed');
  return [words.say('owner-level', { level: target.level }), { text: words.flow([level, state]), tone, strong: true }];
}

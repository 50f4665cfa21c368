import { packByMethod } from '../../packs/pack-by-method.ts';
import { bareLevelName, levelName } from '../../scoring/level-name.ts';
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
        { title: words.say('column-topic'), width: 17 },
        { title: words.say('column-score'), width: 12, align: 'right' },
        { title: words.say('column-level'), width: 13 },
        { title: words.say('column-official'), width: 25 },
        ...(planned === null
          ? []
          : [
              { title: words.say('column-target'), width: 8 },
              { title: words.say('column-after'), width: 25 },
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
    gbt39116Text(topic, { result, words }),
    scenes === undefined
      ? ''
      : words.say('official-sme', { level: levelName(sme.levels, scenes.level, words.language) }),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** GB/T 39116 规范级; that it is a reference stands in the head of its column. */
function gbt39116Text({ pack }: Topic, { result, words }: Pick<Mill, 'result' | 'words'>): string {
  const level = result.indicative.gbt39116?.level;
  const name = pack.method === 'ladder' && level != null ? pack.gbt39116?.names[level] : undefined;
  return name === undefined ? '' : words.say('official-gbt39116', { level: words.pick(name) });
}

function planCells(topic: Topic, planned: PlannedMill): (string | TableCell)[] {
  const { plan, topics, mill } = planned;
  const { words } = mill;
  const target = plan.targets.find(({ pack }) => pack === topic.id);
  const after = topics.find(({ today }) => today.id === topic.id)?.after;
  if (after === undefined) return ['—', '—'];
  const values = { level: bareLevel(after, after.result.level, mill), score: scoreText(after) };
  if (target === undefined) return ['—', words.say('owner-after', { ...values, state: '' })];
  const tone = target.reached ? 'good' : target.onlyUnknown ? 'warning' : 'bad';
  const state = words.say(target.reached ? 'target-reached' : target.onlyUnknown ? 'target-open' : 'target-missed');
  return [
    bareLevel(topic, target.level, mill),
    { text: words.say('owner-after', { ...values, state }), tone, strong: true },
  ];
}

/** A level beside one that says already out of how many. */
function bareLevel({ pack }: Topic, level: number | null, { words }: Mill): string {
  return level === null ? words.say('no-level') : bareLevelName(pack.levels, level, words.language);
}

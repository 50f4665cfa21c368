import { packByMethod } from '../../packs/pack-by-method.ts';
import { bareLevelName, levelName } from '../../scoring/level-name.ts';
import { levelLadders, type LevelLadder } from '../figures/level-ladders.ts';
import { levelText, scoreText } from '../level-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block, TableBlock, TableCell } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';

/** The topics on their ladders of levels: today, what the plan aims at and reaches, the official indicative level beside. */
export function standings(mill: Mill, planned: PlannedMill | null): Block[] {
  const { words, topics } = mill;
  if (topics.length === 0) return [];
  const ladders = topics.map((topic) => ladderOf(topic, mill, planned));
  return [
    { kind: 'heading', level: 3, text: words.say('owner-standing') },
    {
      kind: 'figure',
      figure: levelLadders(ladders, words.list(topics.map((topic) => `${topic.name} ${spokenLevel(topic, mill)}`))),
      caption: words.say(planned === null ? 'standings-legend-today' : 'standings-legend'),
      table: standingsTable(mill, planned),
    },
  ];
}

function spokenLevel(topic: Topic, mill: Mill): string {
  return `${levelText(topic, topic.result.level, mill)} ${mill.words.say('standing-points', { score: scoreText(topic) })}`;
}

function ladderOf(topic: Topic, mill: Mill, planned: PlannedMill | null): LevelLadder {
  const { words } = mill;
  const { level, levelIfUnknownsGoWell } = topic.result;
  const target = planned?.plan.targets.find(({ pack }) => pack === topic.id);
  const after = planned?.topics.find(({ today }) => today.id === topic.id)?.after;
  const score = scoreText(topic);
  const moved = after === undefined || scoreText(after) === score ? undefined : scoreText(after);
  return {
    name: topic.name,
    remark: officialText(topic, mill).replaceAll('\n', words.say('list-separator')),
    steps: topic.pack.levels.thresholds.length,
    today: level ?? 0,
    then: (planned === null ? levelIfUnknownsGoWell : after?.result.level) ?? 0,
    ...(target === undefined ? {} : { target: target.level }),
    points:
      moved === undefined
        ? words.say('standing-points', { score })
        : words.say('standing-then', { score, after: moved }),
    ...(target === undefined ? {} : { state: { text: stateText(target, words), tone: toneOf(target) } }),
  };
}

type Target = PlannedMill['plan']['targets'][number];

function stateText(target: Target, words: Mill['words']): string {
  return words.say(target.reached ? 'target-reached' : target.onlyUnknown ? 'target-open' : 'target-missed');
}

function toneOf(target: Target): 'good' | 'warning' | 'bad' {
  return target.reached ? 'good' : target.onlyUnknown ? 'warning' : 'bad';
}

/** The same in figures. */
function standingsTable(mill: Mill, planned: PlannedMill | null): TableBlock {
  const { words, topics } = mill;
  return {
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
  };
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
  return [
    bareLevel(topic, target.level, mill),
    {
      text: words.say('owner-after', { ...values, state: stateText(target, words) }),
      tone: toneOf(target),
      strong: true,
    },
  ];
}

/** A level beside one that says already out of how many. */
function bareLevel({ pack }: Topic, level: number | null, { words }: Mill): string {
  return level === null ? words.say('no-level') : bareLevelName(pack.levels, level, words.language);
}

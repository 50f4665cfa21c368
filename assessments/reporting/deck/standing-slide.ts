import { bareLevelName } from '../../scoring/level-name.ts';
import { answerCounts, openItems, totalCounts } from '../counts.ts';
import { officialText } from '../brief/standings.ts';
import { scoreText } from '../level-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { BulletsPart, ContentSlide } from '../deck-document.ts';
import { highlightsOf } from '../remark-blocks.ts';
import { remarkNotes } from './remark-notes.ts';
import type { Mill, Topic } from '../report-input.ts';
import type { TableBlock, TableCell, TilesBlock } from '../report-document.ts';

/** Levels of the topics today, beside the official ones, the targets and what the plan makes of them. */
export function standingSlide(mill: Mill): ContentSlide {
  const { words, topics } = mill;
  const levels = topics.map((topic) =>
    words.say('deck-topic-level', { topic: words.pick(topic.pack.shortName), level: levelOf(topic, mill) }),
  );
  return {
    kind: 'content',
    title: words.say('deck-standing-title', { levels: words.list(levels) }),
    lead: leadOf(mill),
    parts: [tilesOf(mill), tableOf(mill), ...highlights(mill)],
    source: words.say('deck-standing-source'),
    notes: [words.say('deck-standing-notes'), ...remarkNotes('standing', mill)],
  };
}

/** 2级, or 1–2级 where what is unknown may lift it. */
function levelOf({ pack, result }: Topic, { words }: Mill): string {
  const { level, levelIfUnknownsGoWell: best } = result;
  if (level === null) return words.say('no-level');
  const own = bareLevelName(pack.levels, level, words.language);
  return best === null || best === level ? own : words.say('deck-level-range', { level, best });
}

/** The highlights of the specialist, in their words; nothing where they wrote none. */
function highlights(mill: Mill): BulletsPart[] {
  const items = highlightsOf(mill);
  return items.length === 0
    ? []
    : [{ kind: 'bullets', title: mill.words.say('remark-highlights'), ordered: false, items }];
}

function leadOf(mill: Mill): string {
  const { words } = mill;
  const { answered } = totalCounts(mill);
  const { verified } = answerCounts(mill);
  const unknown = openItems(mill).length;
  const targets = plannedMillOf(mill)?.plan.targets ?? [];
  return words.flow([
    words.say(unknown === 0 ? 'deck-standing-lead-known' : 'deck-standing-lead', { answered, verified, unknown }),
    targets.length === 0
      ? ''
      : words.say('deck-standing-targets', {
          all: targets.length,
          reached: targets.filter(({ reached }) => reached).length,
        }),
  ]);
}

function tilesOf(mill: Mill): TilesBlock {
  const { words } = mill;
  return {
    kind: 'tiles',
    tiles: mill.topics.map((topic) => ({
      label: topic.name,
      value: levelOf(topic, mill),
      detail: topic.result.score === null ? '' : words.say('deck-score', { score: scoreText(topic) }),
      tone: topic.result.gates.some(({ state }) => state === 'failed') ? ('bad' as const) : ('accent' as const),
    })),
  };
}

function tableOf(mill: Mill): TableBlock {
  const { words, topics } = mill;
  const planned = plannedMillOf(mill);
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-topic'), width: 18 },
      { title: words.say('deck-official'), width: 30 },
      { title: words.say('deck-gates'), width: 14 },
      ...(planned === null
        ? []
        : [
            { title: words.say('column-target'), width: 10 },
            { title: words.say('column-after'), width: 14 },
            { title: words.say('column-reached'), width: 14 },
          ]),
    ],
    rows: topics.map((topic) => ({
      cells: [
        { text: topic.name, strong: true },
        officialText(topic, mill) || '—',
        gatesText(topic, mill),
        ...(planned === null ? [] : targetCells(topic, planned)),
      ],
    })),
  };
}

/** The level aimed at, the one after the plan, and whether that reaches it. */
function targetCells(topic: Topic, { mill, plan, topics }: PlannedMill): (string | TableCell)[] {
  const { words } = mill;
  const target = plan.targets.find(({ pack }) => pack === topic.id);
  const after = topics.find(({ today }) => today.id === topic.id)?.after;
  return [
    target === undefined ? '—' : bareLevelName(topic.pack.levels, target.level, words.language),
    after === undefined ? '—' : { text: levelOf(after, mill), strong: true },
    target === undefined ? '—' : reachedCell(target, mill),
  ];
}

function reachedCell({ reached, onlyUnknown }: PlannedMill['plan']['targets'][number], { words }: Mill): TableCell {
  if (reached) return { text: words.say('plan-reached'), tone: 'good', strong: true };
  return onlyUnknown
    ? { text: words.say('plan-only-unknown'), tone: 'warning', strong: true }
    : { text: words.say('plan-missed'), tone: 'bad', strong: true };
}

function gatesText({ result }: Topic, { words }: Mill) {
  const count = (state: string) => result.gates.filter((gate) => gate.state === state).length;
  const [failed, unknown] = [count('failed'), count('unknown')];
  if (failed > 0)
    return { text: words.say('deck-gates-failed', { count: failed }), tone: 'bad' as const, strong: true };
  if (unknown > 0) return { text: words.say('deck-gates-unknown', { count: unknown }), tone: 'warning' as const };
  return count('met') > 0 ? words.say('deck-gates-met') : '—';
}

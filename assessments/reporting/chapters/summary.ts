import { roundedDown, shownFigure, shownScore } from '../../scoring/shown-number.ts';
import { gapsOf, type Gap } from '../../scoring/gaps.ts';
import { adviceText } from '../advice-text.ts';
import { itemState, itemTitle } from '../answer-text.ts';
import { openItemText, unknownTitle } from '../ask.ts';
import { answerCounts, openCounts, openItems } from '../counts.ts';
import { radar } from '../figures/radar.ts';
import { bars } from '../figures/bars.ts';
import { lostText } from '../lost-text.ts';
import { nextLevelText, openLevelText, scoreText, withOfficialLevel } from '../level-text.ts';
import { levelsTable } from '../levels-table.ts';
import type { Block } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { textId } from '../words.ts';
import { grouped } from '../shown-figure.ts';
import { unknownsByPerson } from '../unknowns.ts';
import { warningLine } from '../warning-line.ts';
import { sectors } from './cover.ts';

const GAPS = 3;
const RADAR_AXES = 3;
/** More items than these are listed by id alone; the annex has their titles. */
const NAMED_ITEMS = 3;

/** One to two pages that a manager reads: where the mill stands, what blocks it, the heaviest gaps, whom to ask. */
export function summary(mill: Mill): Block[] {
  const { words } = mill;
  return [
    { kind: 'heading', level: 1, text: words.say('summary-heading') },
    { kind: 'paragraph', text: opening(mill) },
    tiles(mill),
    overview(mill),
    ...(mill.topics.length === 0 ? [] : [levelsTable(mill)]),
    ...nextLevels(mill),
    ...heaviestGaps(mill),
    ...unknowns(mill),
    ...warnings(mill),
  ];
}

function opening(mill: Mill): string {
  const { words, name } = mill;
  const employees = mill.facts.now['people.employees'] ?? mill.dossier.enterprise.employees;
  const revenue = mill.facts.now['finance.revenue'];
  const size =
    employees === undefined || revenue === undefined
      ? words.say('summary-size-unknown')
      : words.say('summary-size', { employees: grouped(employees), revenue: grouped(revenue) });
  const known = { name, sectors: sectors(mill), year: mill.diagnosis.year, size };
  return words.flow([
    words.say(known.sectors === '' ? 'summary-opening-no-sectors' : 'summary-opening', known),
    bestAndWorst(mill),
    verified(mill),
  ]);
}

/** The highest and the lowest topic, each only where it stays so whatever the unknowns turn out to be, as shown. */
function bestAndWorst({ topics, words, name }: Mill): string {
  const rated = topics.filter((topic) => topic.result.score !== null);
  const isAbove = (one: Topic, other: Topic) => roundedDown(lowOf(one)) > roundedDown(highOf(other));
  const othersOf = (topic: Topic) => rated.filter((other) => other !== topic);
  if (rated.length < 2) return '';
  const best = rated.find((topic) => othersOf(topic).every((other) => isAbove(topic, other)));
  const worst = rated.find((topic) => othersOf(topic).every((other) => isAbove(other, topic)));
  const said = {
    name,
    best: best?.name ?? '',
    bestScore: best === undefined ? '' : scoreText(best),
    worst: worst?.name ?? '',
    worstScore: worst === undefined ? '' : scoreText(worst),
  };
  if (best !== undefined && worst !== undefined) return words.say('summary-best-worst', said);
  if (best !== undefined) return words.say('summary-best', said);
  return worst === undefined ? '' : words.say('summary-worst', said);
}

function highOf(topic: Topic): number {
  return topic.result.score?.high ?? 100;
}

function lowOf(topic: Topic): number {
  return topic.result.score?.low ?? 0;
}

/** The topic that verification moved most, if any answer was verified. */
function verified(mill: Mill): string {
  const { topics, words } = mill;
  const count = answerCounts(mill).verified;
  const moved = (topic: Topic) => Math.abs((topic.result.selfScore?.low ?? 0) - lowOf(topic));
  const [topic] = [...topics].sort((a, b) => moved(b) - moved(a));
  if (count === 0 || topic === undefined) return '';
  const { selfScore } = topic.result;
  return words.say('summary-verified', {
    count,
    topic: topic.name,
    self: selfScore === null ? '—' : shownScore(selfScore),
    score: scoreText(topic),
  });
}

function tiles(mill: Mill): Block {
  return {
    kind: 'tiles',
    tiles: mill.topics.map((topic) => {
      return {
        label: topic.name,
        value: scoreText(topic),
        detail: withOfficialLevel(openLevelText(topic, mill), topic, mill),
        tone: 'accent' as const,
      };
    }),
  };
}

function overview(mill: Mill): Block {
  const { words } = mill;
  const rated = mill.topics.filter((topic) => topic.result.score !== null);
  const description = words.say('radar-description', {
    scores: words.list(rated.map((topic) => `${topic.name} ${scoreText(topic)}`)),
  });
  const entries = rated.map((topic) => ({
    label: words.pick(topic.pack.shortName),
    low: lowOf(topic),
    high: topic.result.score?.high ?? 0,
    value: scoreText(topic),
  }));
  const isRadar = entries.length >= RADAR_AXES;
  const figure = isRadar
    ? radar(
        entries.map((entry) => ({ ...entry, label: `${entry.label} ${entry.value}` })),
        description,
      )
    : bars(entries, description);
  return {
    kind: 'figure',
    figure,
    caption: words.say(isRadar ? 'radar-caption' : 'dimension-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('column-topic'), width: 60 },
        { title: words.say('column-score'), width: 40, align: 'right' },
      ],
      rows: rated.map((topic) => ({ cells: [topic.name, scoreText(topic)] })),
    },
  };
}

function nextLevels(mill: Mill): Block[] {
  return [
    { kind: 'heading', level: 2, text: mill.words.say('next-heading') },
    { kind: 'list', ordered: false, items: mill.topics.map((topic) => nextLevelText(topic, mill)) },
  ];
}

function heaviestGaps(mill: Mill): Block[] {
  const gaps = gapsOf(
    mill.result,
    mill.topics.map((topic) => topic.id),
  ).slice(0, GAPS);
  if (gaps.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: mill.words.say('gaps-heading') },
    ...gaps.map((gap, i): Block => gapCallout(gap, i + 1, mill)),
  ];
}

function gapCallout(gap: Gap, rank: number, mill: Mill): Block {
  const { words, packs } = mill;
  const topic = words.pick(packs[gap.pack].name);
  const advice = adviceText(gap.question, mill);
  const text = gapText(gap, topic, mill);
  return {
    kind: 'callout',
    tone: 'warning',
    title: words.say('gap-title', { rank, topic, id: gap.question }),
    text: advice === '' ? text : `${text}\n${words.say('gap-better', { advice })}`,
  };
}

/** What a gap costs: a gate caps the level, a question or KPI costs points of its topic. */
function gapText(gap: Gap, topic: string, mill: Mill): string {
  const { words } = mill;
  const said = { stem: question(itemTitle(gap.question, mill), mill), answer: itemState(gap.question, mill), topic };
  if (gap.kind !== 'points') return words.say(textId('gap-', gap.kind), said);
  return words.say('gap-text', {
    ...said,
    points: shownScore(gap.points),
    weight: shownFigure(gap.weight * 100),
    size: lostText(gap, words),
  });
}

/** A title followed by a sentence: a stem already ends with a mark, a KPI's name does not. */
function question(title: string, { words }: Mill): string {
  return /[？?。.！!]$/u.test(title) ? `${title}${words.say('sentence-gap')}` : `${title}${words.say('colon')}`;
}

function unknowns(mill: Mill): Block[] {
  const { words, name } = mill;
  const groups = unknownsByPerson(mill);
  const { count, ...parts } = openCounts(openItems(mill));
  const heading: Block = { kind: 'heading', level: 2, text: words.say('unknown-heading') };
  if (count === 0) return [heading, { kind: 'paragraph', text: words.say('unknown-none', { name }) }];
  return [
    heading,
    { kind: 'paragraph', text: words.say('unknown-lead', { name, count, ...parts }) },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-ask'), width: 22 },
        { title: words.say('column-items'), width: 54 },
        { title: words.say('column-effect'), width: 24 },
      ],
      rows: groups.map((group) => ({
        cells: [
          { text: group.person, strong: true },
          group.items.length > NAMED_ITEMS
            ? words.list(group.items.map((item) => (item.kind === 'fact' ? unknownTitle(item, mill) : item.id)))
            : group.items.map((item) => openItemText(item, mill)).join('\n'),
          words.list(
            group.effects.map(({ topic, points }) => words.say('effect', { topic, points: shownFigure(points) })),
          ),
        ],
      })),
    },
  ];
}

function warnings(mill: Mill): Block[] {
  const { words } = mill;
  if (mill.warnings.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('warnings-heading') },
    { kind: 'list', ordered: false, items: mill.warnings.map((warning) => warningLine(warning, mill, words)) },
  ];
}

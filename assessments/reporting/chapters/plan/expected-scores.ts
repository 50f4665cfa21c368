import { isKnown } from '../../../planning/topics.ts';
import { needsForNextLevel } from '../../../scoring/level-needs.ts';
import { highestLevel } from '../../../scoring/levels.ts';
import { shownDistance } from '../../../scoring/shown-number.ts';
import { bars } from '../../figures/bars.ts';
import { levelText, needValues, scoreText, standingText } from '../../level-text.ts';
import { fewIds } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, TableCell } from '../../report-document.ts';
import type { Mill, Topic } from '../../report-input.ts';
import { textId } from '../../words.ts';

const MANY_IDS = 5;

type Pair = PlannedMill['topics'][number];

/** Scores and levels today and after the plan, as a table with the targets and as bars. */
export function expectedScores(planned: PlannedMill): Block[] {
  const { mill, topics } = planned;
  const { words } = mill;
  const rated = topics.filter(({ today }) => today.result.score !== null);
  if (rated.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('plan-scores-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-topic'), width: 15 },
        { title: words.say('column-today'), width: 16 },
        { title: words.say('column-after'), width: 16 },
        { title: words.say('column-target'), width: 13 },
        { title: words.say('column-reached'), width: 10 },
        { title: words.say('column-still'), width: 30 },
      ],
      rows: rated.map((pair) => ({ cells: cellsOf(pair, planned) })),
    },
    chart(rated, planned),
  ];
}

function cellsOf({ today, after }: Pair, planned: PlannedMill): (string | TableCell)[] {
  const { mill } = planned;
  const cell = (topic: Topic, when: Mill) =>
    mill.words.say('plan-score-level', { score: scoreText(topic), level: standingText(topic, when) });
  return [
    { text: today.name, strong: true },
    cell(today, mill),
    { text: cell(after, planned.after), strong: true },
    ...targetCells({ today, after }, planned),
    stillBlocking(after, planned),
  ];
}

/** The level that the plan aims at, and whether it reaches it, or only unknown answers keep it from it. */
function targetCells({ today }: Pair, { mill, plan }: PlannedMill): (string | TableCell)[] {
  const { words } = mill;
  const target = plan.targets.find(({ pack }) => pack === today.id);
  if (target === undefined) return [words.say(isKnown(today.result) ? 'plan-left-out' : 'plan-too-unknown'), '—'];
  return [
    levelText(today, target.level, mill),
    target.reached
      ? { text: words.say('plan-reached'), tone: 'good', strong: true }
      : target.onlyUnknown
        ? { text: words.say('plan-only-unknown'), tone: 'warning', strong: true }
        : { text: words.say('plan-missed'), tone: 'bad', strong: true },
  ];
}

/** Which rules keep the topic from the level after the one that the plan reaches, and how many more suffice. */
function stillBlocking(topic: Topic, planned: PlannedMill): string {
  const { words } = planned.mill;
  const { pack, result } = topic;
  const { level, score, blockers } = result;
  if (level === null || score === null) return '—';
  if (level + 1 > highestLevel(pack.levels)) return words.say('plan-top');
  const need = pack.levels.thresholds[level] ?? 0;
  const lacksScore = blockers.some(({ rule }) => rule === 'score');
  const gates = pack.method === 'ladder' ? [] : blockers.filter(({ rule }) => rule === 'question');
  return (
    [
      ...(lacksScore
        ? [
            words.say(score.high > score.low ? 'plan-block-score-most' : 'plan-block-score', {
              short: shownDistance(need - score.low),
            }),
          ]
        : []),
      ...needsForNextLevel(planned.after, topic.id).map((lacking) =>
        words.say(textId('plan-block-', lacking.kind), {
          ...needValues(lacking, topic, planned.after),
          ids: fewIds(lacking.questions, MANY_IDS, words),
        }),
      ),
      ...gates.map(({ questions }) =>
        words.say(pack.method === 'sme' ? 'plan-block-scenes' : 'plan-block-gates', {
          ids: fewIds(questions, MANY_IDS, words),
        }),
      ),
    ].join('\n') || '—'
  );
}

function chart(rated: readonly Pair[], { mill: { words } }: PlannedMill): Block {
  const reach = (topic: Topic) => ({
    low: topic.result.score?.low ?? null,
    high: topic.result.score?.high ?? null,
    value: scoreText(topic),
  });
  const scores = words.list(
    rated.map(({ today, after }) =>
      words.say('plan-bars-entry', { topic: today.name, before: scoreText(today), after: scoreText(after) }),
    ),
  );
  return {
    kind: 'figure',
    figure: bars(
      rated.map(({ today, after }) => ({ label: today.name, ...reach(after), below: reach(today) })),
      words.say('plan-bars-description', { scores }),
    ),
    caption: words.say('plan-bars-caption'),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('column-topic'), width: 40 },
        { title: words.say('column-today'), width: 30, align: 'right' },
        { title: words.say('column-after'), width: 30, align: 'right' },
      ],
      rows: rated.map(({ today, after }) => ({ cells: [today.name, scoreText(today), scoreText(after)] })),
    },
  };
}

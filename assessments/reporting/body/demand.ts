import { readinessOf, type ConditionState, type LadderReading, type StepReading } from '../../planning/readiness.ts';
import type { NumericFactId } from '../../schema/facts.ts';
import { levelText, scoreText } from '../level-text.ts';
import { refer } from '../numbered.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Block, TableRow, Tone } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { seeText } from '../see.ts';
import { grouped } from '../shown-figure.ts';
import { textId } from '../words.ts';

const LOSSES = [
  'loss.rework',
  'loss.returns',
  'loss.late',
  'loss.downtime',
] as const satisfies readonly NumericFactId[];
const TONES: Readonly<Partial<Record<ConditionState, Tone>>> = { met: 'good', missing: 'bad', unknown: 'warning' };

/** Chapter 5: what hurts and what it costs, the levels aimed at, and the title aimed at with its conditions. */
export function demand(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  const { words } = mill;
  const figures = [...losses(mill), ...(planned === null ? [] : targets(planned))];
  return [
    { kind: 'heading', level: 1, text: words.say('body-demand') },
    { kind: 'paragraph', text: words.flow([painsText(mill, planned), seeText(figures, words)]) },
    ...figures,
    ...(planned === null ? [] : recognition(planned)),
  ];
}

function painsText({ words, name }: Mill, planned: PlannedMill | null): string {
  const chosen = planned?.plan.request.pains ?? [];
  const list = words.list(chosen.map((pain) => words.say(textId('pain-', pain))));
  return chosen.length === 0 ? words.say('demand-no-pains', { name }) : words.say('demand-pains', { name, list });
}

/** Losses of the year and the year before, 10k yuan; nothing where none is given. */
function losses(mill: Mill): Block[] {
  const { words, facts, diagnosis, fact } = mill;
  const given = LOSSES.filter((id) => facts.now[id] !== undefined);
  if (given.length === 0) return [];
  const shown = (value: number | undefined) => (value === undefined ? '—' : grouped(value));
  const sum = given.reduce((total, id) => total + (facts.now[id] ?? 0), 0);
  return [
    {
      kind: 'table',
      key: 'losses',
      caption: words.say('losses-caption'),
      columns: [
        { title: words.say('column-loss'), width: 46 },
        { title: String(diagnosis.year), width: 18, align: 'right' },
        { title: String(diagnosis.year - 1), width: 18, align: 'right' },
        { title: words.say('column-share-of-revenue'), width: 18, align: 'right' },
      ],
      rows: [
        ...given.map((id): TableRow => ({
          cells: [words.pick(fact(id)?.label), shown(facts.now[id]), shown(facts.prior[id]), shareOf(facts.now[id])],
        })),
        { cells: [words.say('plan-sum'), grouped(sum), '', shareOf(sum)].map((text) => ({ text, strong: true })) },
      ],
    },
  ];

  function shareOf(loss: number | undefined): string {
    const revenue = facts.now['finance.revenue'];
    if (loss === undefined || revenue === undefined || revenue <= 0) return '—';
    return `${((100 * loss) / revenue).toFixed(2)}%`;
  }
}

function targets({ mill, plan, topics }: PlannedMill): Block[] {
  const { words } = mill;
  const rated = topics.filter(({ today }) => today.result.score !== null);
  if (rated.length === 0) return [];
  return [
    {
      kind: 'table',
      key: 'targets',
      caption: words.say('targets-caption'),
      columns: [
        { title: words.say('column-topic'), width: 20 },
        { title: words.say('column-today'), width: 24 },
        { title: words.say('column-target'), width: 16 },
        { title: words.say('column-after'), width: 24 },
        { title: words.say('column-reached'), width: 16 },
      ],
      rows: rated.map(({ today, after }) => {
        const target = plan.targets.find(({ pack }) => pack === today.id);
        const text = (topic: typeof today) =>
          words.say('level-score', { level: levelText(topic, topic.result.level, mill), score: scoreText(topic) });
        return {
          cells: [
            { text: today.name, strong: true },
            text(today),
            target === undefined ? words.say('plan-left-out') : levelText(today, target.level, mill),
            text(after),
            target === undefined
              ? '—'
              : target.reached
                ? { text: words.say('plan-reached'), tone: 'good' as const }
                : {
                    text: words.say(target.onlyUnknown ? 'plan-only-unknown' : 'plan-missed'),
                    tone: target.onlyUnknown ? ('warning' as const) : ('bad' as const),
                  },
          ],
        };
      }),
    },
  ];
}

/** The title aimed at with each condition; where none is aimed at, the next step of each ladder and what it lacks. */
function recognition({ mill, after, plan, policies }: PlannedMill): Block[] {
  const { words, name, result } = mill;
  const ladders = readinessOf(policies.recognitions, mill, after, result.asOf);
  const aim = plan.request.recognition;
  const step = ladders.flatMap(({ steps }) => steps).find((one) => one.step.id === aim);
  if (step !== undefined) return aimedAt(step, mill);
  const open = ladders.filter(({ next }) => next !== null);
  if (open.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: words.say('demand-no-title', { name, table: refer('titles'), annex: refer('annex-readiness') }),
    },
    {
      kind: 'table',
      key: 'titles',
      caption: words.say('ladders-caption'),
      columns: [
        { title: words.say('column-ladder'), width: 30 },
        { title: words.say('column-next-step'), width: 30 },
        { title: words.say('column-met'), width: 10, align: 'right' },
        { title: words.say('column-missing'), width: 10, align: 'right' },
        { title: words.say('column-unclear'), width: 10, align: 'right' },
        { title: words.say('column-people'), width: 10, align: 'right' },
      ],
      rows: open.map((ladder) => ladderRow(ladder, mill)),
    },
  ];
}

function ladderRow({ ladder, next }: LadderReading, { words }: Mill): TableRow {
  const count = (state: ConditionState) =>
    String((next?.conditions ?? []).filter((reading) => reading.today === state).length);
  return {
    cells: [
      { text: words.pick(ladder.name), strong: true },
      words.pick(next?.step.name),
      count('met'),
      count('missing'),
      count('unknown'),
      count('people'),
    ],
  };
}

function aimedAt({ step, conditions }: StepReading, { words, name }: Mill): Block[] {
  const cell = (state: ConditionState) => ({
    text: words.say(textId('condition-', state)),
    tone: TONES[state] ?? ('normal' as const),
  });
  return [
    {
      kind: 'paragraph',
      text: words.say('demand-title', { name, step: words.pick(step.name), table: refer('titles') }),
    },
    {
      kind: 'table',
      key: 'titles',
      caption: words.say('title-caption', { step: words.pick(step.name) }),
      columns: [
        { title: words.say('column-condition'), width: 64 },
        { title: words.say('column-today'), width: 18 },
        { title: words.say('column-after'), width: 18 },
      ],
      rows: conditions.map(({ condition, today, after }) => ({
        cells: [words.pick(condition.text), cell(today), cell(after)],
      })),
    },
  ];
}

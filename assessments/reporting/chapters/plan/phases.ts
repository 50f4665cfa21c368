import type { PlannedMeasure } from '../../../planning/planned-measures.ts';
import { phaseStart } from '../../../planning/schedule.ts';
import { LAST_MONTH, PHASE_ENDS, type Phase } from '../../../schema/plan.ts';
import { gantt } from '../../figures/gantt.ts';
import { daysOf, idOf, nameOf, titleOf, wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, FigureBlock, TableRow } from '../../report-document.ts';
import type { Words } from '../../words.ts';

const PHASES: readonly Phase[] = [1, 2, 3];
const ROWS_A_FIGURE = 44;

/** The three phases with their money, when each measure runs, and by which figure each is accepted. */
export function phases(planned: PlannedMill): Block[] {
  const { words } = planned.mill;
  if (planned.open.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('plan-phases-heading') },
    phaseTable(planned),
    ...late(planned),
    ...timetables(planned),
    milestones(planned),
  ];
}

export function phaseText(phase: Phase, words: Words): string {
  return words.say('plan-phase', { from: phaseStart(phase) + 1, to: PHASE_ENDS[phase - 1] ?? LAST_MONTH });
}

function phaseTable({ mill: { words }, plan, open }: PlannedMill): Block {
  const budgets = plan.request.phaseBudgetsWan;
  const figure = { align: 'right', width: 13 } as const;
  return {
    kind: 'table',
    caption: words.say('plan-phase-caption'),
    columns: [
      { title: words.say('column-phase'), width: 22 },
      { title: words.say('column-measures'), ...figure },
      { title: words.say('column-low'), ...figure },
      { title: words.say('column-planned'), ...figure },
      { title: words.say('column-high'), ...figure },
      { title: words.say('column-cumulative'), ...figure },
      { title: words.say('column-benefit'), ...figure },
      ...(budgets === undefined ? [] : [{ title: words.say('column-phase-budget'), ...figure }]),
    ],
    rows: [...PHASES.map(rowOf), totalRow()],
  };

  function figures(own: readonly PlannedMeasure[], upTo: readonly PlannedMeasure[]): string[] {
    const sum = (all: readonly PlannedMeasure[], of: (entry: PlannedMeasure) => number) =>
      wan(all.reduce((total, entry) => total + of(entry), 0));
    return [
      String(own.length),
      sum(own, ({ cost }) => cost.low),
      sum(own, ({ cost }) => cost.planned),
      sum(own, ({ cost }) => cost.high),
      sum(upTo, ({ cost }) => cost.planned),
      own.every(({ benefit }) => benefit === null) ? '—' : sum(own, ({ benefit }) => benefit?.planned ?? 0),
    ];
  }

  function rowOf(phase: Phase): TableRow {
    const own = open.filter((entry) => entry.phase === phase);
    const budget = budgets?.[phase - 1];
    return {
      cells: [
        { text: phaseText(phase, words), strong: true },
        ...figures(
          own,
          open.filter((entry) => entry.phase <= phase),
        ),
        ...(budgets === undefined ? [] : [budget === null || budget === undefined ? '—' : wan(budget)]),
      ],
    };
  }

  function totalRow(): TableRow {
    const last = budgets === undefined ? [] : ['—'];
    return { cells: [words.say('plan-sum'), ...figures(open, open), ...last].map((text) => ({ text, strong: true })) };
  }
}

/** What ends after month 36, which no phase holds. */
function late({ mill: { words, name }, open }: PlannedMill): Block[] {
  const entries = open.filter(({ isLate }) => isLate);
  if (entries.length === 0) return [];
  const text = words.say('plan-late', {
    name,
    count: entries.length,
    last: LAST_MONTH,
    list: words.list(entries.map((entry) => titleOf(entry, words))),
  });
  return [{ kind: 'callout', tone: 'warning', title: words.say('plan-late-title'), text }];
}

/** A picture holds as many measures as fit on a page. */
function timetables(planned: PlannedMill): FigureBlock[] {
  const entries = [...planned.open].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts = Math.ceil(entries.length / ROWS_A_FIGURE);
  const size = Math.ceil(entries.length / parts);
  return Array.from({ length: parts }, (_, part) =>
    timetable(entries.slice(part * size, (part + 1) * size), { part: part + 1, parts }, planned),
  );
}

function timetable(
  entries: readonly PlannedMeasure[],
  { part, parts }: { readonly part: number; readonly parts: number },
  { mill: { words }, plan, open }: PlannedMill,
): FigureBlock {
  const last = Math.max(...open.map(({ span }) => span.end));
  return {
    kind: 'figure',
    figure: gantt(
      entries.map((entry) => ({
        label: titleOf(entry, words),
        phase: entry.phase,
        from: entry.span.start,
        to: entry.span.end,
      })),
      [...PHASE_ENDS, ...(last > LAST_MONTH ? [last] : [])],
      {
        month: (months) => words.say('plan-gantt-month', { month: months }),
        description: words.say('plan-gantt-description', { count: entries.length }),
      },
    ),
    caption: words.say('plan-gantt-caption', {
      start: plan.startOn,
      part: parts === 1 ? '' : words.say('plan-gantt-part', { part, parts }),
    }),
    table: {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 14 },
        { title: words.say('column-measure'), width: 46 },
        { title: words.say('column-from'), width: 20, align: 'right' },
        { title: words.say('column-to'), width: 20, align: 'right' },
      ],
      rows: entries.map((entry) => ({ cells: [idOf(entry), nameOf(entry, words), ...daysOf(entry, plan)] })),
    },
  };
}

/** When each measure is done, and the figure by which the mill accepts it. */
function milestones({ mill: { words }, plan, open }: PlannedMill): Block {
  const entries = open
    .filter(({ measure }) => measure !== null)
    .sort((a, b) => a.span.end - b.span.end || a.span.start - b.span.start);
  return {
    kind: 'table',
    caption: words.say('milestones-caption'),
    columns: [
      { title: words.say('column-done-on'), width: 14 },
      { title: words.say('column-measure'), width: 26 },
      { title: words.say('card-acceptance'), width: 60 },
    ],
    rows: entries.map((entry) => ({
      cells: [
        words.say('milestone-month', { month: entry.span.end, on: daysOf(entry, plan)[1] }),
        { text: titleOf(entry, words), strong: true },
        words.pick(entry.measure?.acceptance),
      ],
    })),
  };
}

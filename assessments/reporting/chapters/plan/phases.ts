import type { PlannedMeasure } from '../../../planning/planned-measures.ts';
import { phaseStart } from '../../../planning/schedule.ts';
import { LAST_MONTH, PHASE_ENDS, type Phase } from '../../../schema/plan.ts';
import { routeMap } from '../../figures/gantt.ts';
import { daysOf, titleOf, wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, TableRow } from '../../report-document.ts';
import type { Words } from '../../words.ts';

const PHASES: readonly Phase[] = [1, 2, 3];

/** The three phases with their money, when each measure runs, and by which figure each is accepted. */
export function phases(planned: PlannedMill): Block[] {
  const { words } = planned.mill;
  if (planned.open.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('plan-phases-heading') },
    phaseTable(planned),
    ...late(planned),
    ...routeMap(planned.mill),
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

import { moneyOf } from '../../../planning/plan-money.ts';
import { phaseEnd, phaseStart } from '../../../planning/timeline.ts';
import { PHASE_ENDS, type Phase } from '../../../schema/plan.ts';
import { rounded } from '../../../scoring/shown-number.ts';
import { gantt } from '../../figures/gantt.ts';
import { idOf, nameOf, titleOf, wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, FigureBlock, TableRow } from '../../report-document.ts';
import { grouped } from '../../shown-figure.ts';
import type { Words } from '../../words.ts';

export const PHASES: readonly Phase[] = [1, 2, 3];
const ROWS_A_FIGURE = 44;

/** The three phases with their money, and when each measure runs. */
export function phases(planned: PlannedMill): Block[] {
  const { mill, plan } = planned;
  if (plan.planned.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: mill.words.say('plan-phases-heading') },
    phaseTable(planned),
    ...timetables(planned),
  ];
}

export function phaseText(phase: Phase, words: Words): string {
  return words.say('plan-phase', { from: phaseStart(phase), to: phaseEnd(phase) });
}

function phaseTable({ mill: { words }, plan }: PlannedMill): Block {
  const budgets = plan.request.phaseBudgetsWan;
  const figure = { align: 'right', width: 14 } as const;
  return {
    kind: 'table',
    caption: words.say('plan-phase-caption', { mark: words.say('reference-value') }),
    columns: [
      { title: words.say('column-phase'), width: 22 },
      { title: words.say('column-measures'), ...figure },
      { title: words.say('column-low'), ...figure },
      { title: words.say('column-planned'), ...figure },
      { title: words.say('column-high'), ...figure },
      { title: words.say('column-cumulative'), ...figure },
      ...(budgets === undefined ? [] : [{ title: words.say('column-phase-budget'), ...figure }]),
    ],
    rows: [...PHASES.map(rowOf), totalRow()],
  };

  function rowOf(phase: Phase): TableRow {
    const own = plan.planned.filter(({ item }) => item.phase === phase);
    const before = plan.planned.filter(({ item }) => item.phase <= phase);
    const { cost } = moneyOf(own);
    const budget = budgets?.[phase - 1];
    return {
      cells: [
        { text: phaseText(phase, words), strong: true },
        String(own.length),
        wan(cost.low),
        wan(cost.planned),
        wan(cost.high),
        wan(moneyOf(before).cost.planned),
        ...(budgets === undefined ? [] : [budget === null || budget === undefined ? '—' : wan(budget)]),
      ],
    };
  }

  function totalRow(): TableRow {
    const { cost } = moneyOf(plan.planned);
    const cells = [String(plan.planned.length), wan(cost.low), wan(cost.planned), wan(cost.high), wan(cost.planned)];
    const last = budgets === undefined ? [] : ['—'];
    return { cells: [words.say('plan-sum'), ...cells, ...last].map((text) => ({ text, strong: true })) };
  }
}

/** A picture holds as many measures as fit on a page. */
function timetables(planned: PlannedMill): FigureBlock[] {
  const { plan } = planned;
  const parts = Math.ceil(plan.planned.length / ROWS_A_FIGURE);
  const size = Math.ceil(plan.planned.length / parts);
  return Array.from({ length: parts }, (_, part) =>
    timetable(plan.planned.slice(part * size, (part + 1) * size), { part: part + 1, parts }, planned),
  );
}

function timetable(
  entries: PlannedMill['plan']['planned'],
  { part, parts }: { readonly part: number; readonly parts: number },
  { mill: { words }, plan, spans }: PlannedMill,
): FigureBlock {
  const rows = entries.map((entry) => ({
    entry,
    span: spans.get(entry.item.id) ?? { from: 0, to: 0, latest: 0 },
  }));
  const month = (months: number) => grouped(rounded(months));
  return {
    kind: 'figure',
    figure: gantt(
      rows.map(({ entry, span }) => ({ label: titleOf(entry, words), phase: entry.item.phase, ...span })),
      PHASE_ENDS,
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
        { title: words.say('column-measure'), width: 50 },
        { title: words.say('column-from'), width: 18, align: 'right' },
        { title: words.say('column-to'), width: 18, align: 'right' },
      ],
      rows: rows.map(({ entry, span }) => ({
        cells: [idOf(entry), nameOf(entry, words), month(span.from), month(span.to)],
      })),
    },
  };
}

import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { LAST_MONTH, PHASE_ENDS, type Phase } from '../../schema/plan.ts';
import { monthsAfter, phaseStart } from '../../planning/schedule.ts';
import { liftsOf } from '../plan-lifts.ts';
import { idOf, wan } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Words } from '../words.ts';

const PHASES: readonly Phase[] = [1, 2, 3];
const FIGURES = 4;

/** A milestone at the end of each phase: what is done by then, its money, and the figures by which the mill accepts it. */
export function milestones(planned: PlannedMill): Block {
  const { words } = planned.mill;
  const figure = { align: 'right', width: 11 } as const;
  const budgets = planned.plan.request.phaseBudgetsWan;
  return {
    kind: 'table',
    key: 'milestones',
    caption: words.say('milestones-caption'),
    columns: [
      { title: words.say('column-milestone'), width: 17 },
      { title: words.say('column-done'), width: 22 },
      { title: words.say('column-cost-short'), ...figure },
      { title: words.say('column-benefit'), ...figure },
      ...(budgets === undefined ? [] : [{ title: words.say('column-phase-budget'), ...figure }]),
      { title: words.say('column-acceptance'), width: 39 },
    ],
    rows: [...PHASES.flatMap((phase) => rowOf(phase, planned)), totalRow(planned)],
  };
}

/** `第1–6个月`. */
export function phaseText(phase: Phase, words: Words): string {
  return words.say('plan-phase', { from: phaseStart(phase) + 1, to: PHASE_ENDS[phase - 1] ?? LAST_MONTH });
}

function rowOf(phase: Phase, planned: PlannedMill): TableRow[] {
  const { mill, plan, open } = planned;
  const { words } = mill;
  const own = open.filter((entry) => entry.phase === phase);
  if (own.length === 0) return [];
  const budget = plan.request.phaseBudgetsWan?.[phase - 1];
  return [
    {
      cells: [
        {
          text: words.say('milestone-phase', {
            phase: phaseText(phase, words),
            on: monthsAfter(plan.startOn, PHASE_ENDS[phase - 1] ?? LAST_MONTH),
          }),
          strong: true,
        },
        words.list(own.map(idOf)),
        wan(own.reduce((sum, { cost }) => sum + cost.planned, 0)),
        benefitOf(own),
        ...(plan.request.phaseBudgetsWan === undefined ? [] : [budget == null ? '—' : wan(budget)]),
        acceptance(own, planned),
      ],
    },
  ];
}

function totalRow({ mill: { words }, plan, open }: PlannedMill): TableRow {
  const cells = [
    words.say('plan-sum'),
    words.say('milestone-count', { count: open.length }),
    wan(plan.cost.planned),
    benefitOf(open),
    ...(plan.request.phaseBudgetsWan === undefined ? [] : ['—']),
    '',
  ];
  return { cells: cells.map((text) => ({ text, strong: true })) };
}

function benefitOf(entries: readonly PlannedMeasure[]): string {
  if (entries.every(({ benefit }) => benefit === null)) return '—';
  return wan(entries.reduce((sum, { benefit }) => sum + (benefit?.planned ?? 0), 0));
}

/** Gates that are met by then, then the heaviest questions and indicators, each before and after by number. */
function acceptance(own: readonly PlannedMeasure[], planned: PlannedMill): string {
  const { mill } = planned;
  const { words } = mill;
  const gates = [...new Set(own.flatMap(({ closes }) => closes))];
  const lifts = own.flatMap(({ measure }) => (measure === null ? [] : liftsOf(measure, mill)));
  const figures = [...new Map(lifts.filter(({ kind }) => kind === 'kpi').map((lift) => [lift.id, lift])).values()];
  const questions = [...new Set(lifts.filter(({ kind }) => kind === 'question').map(({ id }) => id))];
  return [
    ...gates.map((id) => words.say('accept-gate', { id })),
    ...figures.slice(0, FIGURES).map((lift) => words.say('accept-figure', { ...lift })),
    ...(questions.length === 0
      ? []
      : [words.say('accept-questions', { count: questions.length, ids: words.list(questions.slice(0, 2 * FIGURES)) })]),
  ].join('\n');
}

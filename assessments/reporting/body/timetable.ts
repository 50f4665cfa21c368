import { LAST_MONTH, PHASE_ENDS } from '../../schema/plan.ts';
import { gantt } from '../figures/gantt.ts';
import { daysOf, idOf, nameOf, titleOf } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block } from '../report-document.ts';

/** When each measure runs, as a figure, and what ends after month 36. */
export function timetable(planned: PlannedMill): Block[] {
  const { mill, plan, open } = planned;
  const { words } = mill;
  const entries = [...open].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const last = Math.max(...open.map(({ span }) => span.end));
  return [
    {
      kind: 'figure',
      key: 'gantt',
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
      caption: words.say('plan-gantt-caption', { start: plan.startOn, part: '' }),
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
    },
    ...late(planned),
  ];
}

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

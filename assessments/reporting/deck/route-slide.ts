import { LAST_MONTH, PHASE_ENDS } from '../../schema/plan.ts';
import type { ContentSlide } from '../deck-document.ts';
import { gantt } from '../figures/gantt.ts';
import { daysOf, nameOf, wan } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { sumOf } from './targets-slide.ts';

/** So many bars keep their labels readable on a wall. */
const BARS = 13;

/** When the measures run, as a timetable, and how far the plan is at the end of each phase. */
export function routeSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.open.length === 0) return null;
  const { words } = mill;
  const { plan, open } = planned;
  const last = Math.max(...open.map(({ span }) => span.end));
  const shown = open.slice(0, BARS).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const on = open
    .map((entry) => daysOf(entry, plan)[1])
    .sort()
    .at(-1);
  const doneBy = (month: number) => open.filter(({ span }) => span.end <= month);
  const [first, second] = PHASE_ENDS;
  const phase = (month: number) =>
    words.say('deck-route-phase', {
      month,
      count: doneBy(month).length,
      cost: wan(sumOf(doneBy(month), ({ cost }) => cost.planned)),
    });
  return {
    kind: 'content',
    title: words.say('deck-route-title', { count: doneBy(first).length, month: first, all: open.length, on: on ?? '' }),
    lead: words.say('deck-route-lead', { list: words.list([phase(first), phase(second)]), start: plan.startOn }),
    parts: [
      {
        kind: 'figure',
        figure: gantt(
          shown.map((entry) => ({
            label: nameOf(entry, words),
            phase: entry.phase,
            from: entry.span.start,
            to: entry.span.end,
          })),
          [...PHASE_ENDS, ...(last > LAST_MONTH ? [last] : [])],
          {
            month: (months) => words.say('plan-gantt-month', { month: months }),
            description: words.say('plan-gantt-description', { count: shown.length }),
          },
        ),
        caption:
          shown.length === open.length
            ? words.say('deck-route-caption')
            : words.say('deck-route-caption-rest', { shown: shown.length, rest: open.length - shown.length }),
      },
    ],
    source: '',
    notes: open.map((entry) => {
      const [from, to] = daysOf(entry, plan);
      return words.say('deck-route-line', {
        name: nameOf(entry, words),
        from,
        to,
        acceptance: words.pick(entry.measure?.acceptance),
      });
    }),
  };
}

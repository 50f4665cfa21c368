import { PHASE_ENDS } from '../../schema/plan.ts';
import type { ContentSlide } from '../deck-document.ts';
import { timetableOf } from '../figures/gantt.ts';
import { daysOf, nameOf, wan } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Figure } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { sumOf } from './sum-of.ts';
import { remarkNotes } from './remark-notes.ts';

/** A taller figure would be made so small that nobody reads it from the back of a room; in its own points. */
const TALLEST = 215;

/** When the measures run, as a timetable, and how far the plan is at the end of each phase. */
export function routeSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.open.length === 0) return null;
  const { words } = mill;
  const { plan, open } = planned;
  const { figure, shown } = drawn(planned);
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
        figure,
        caption:
          shown === open.length
            ? words.say('deck-route-caption')
            : words.say('deck-route-caption-rest', { shown, rest: open.length - shown }),
      },
    ],
    source: '',
    notes: [
      ...remarkNotes('safeguards', mill),
      ...open.map((entry) => {
        const [from, to] = daysOf(entry, plan);
        return words.say('deck-route-line', {
          name: nameOf(entry, words),
          from,
          to,
          acceptance: words.pick(entry.measure?.acceptance),
        });
      }),
    ],
  };
}

/** The first measures of the plan as far as they have room, with how many those are. */
function drawn({ plan, open, mill: { words } }: PlannedMill): { readonly figure: Figure; readonly shown: number } {
  const figureOf = (shown: number) => timetableOf(open.slice(0, shown), { ...plan, planned: open }, words).figure;
  let shown = open.length;
  while (shown > 1 && figureOf(shown).height > TALLEST) shown -= 1;
  return { figure: figureOf(shown), shown };
}

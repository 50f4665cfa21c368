import { shownFigure } from '../../../scoring/shown-number.ts';
import { wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';
import { computed } from '../../shown-figure.ts';

const STEPS = 10;

/** Why one measure comes before another: the first steps of the plain ranking. */
export function ranking({ mill, plan, catalogue }: PlannedMill): Block[] {
  const { words, name } = mill;
  const steps = plan.ranking.slice(0, STEPS);
  if (steps.length === 0) return [];
  const chosen = new Set(plan.planned.map(({ item }) => item.id));
  const title = (id: string) => `${id} ${words.pick(catalogue.byId.get(id)?.name)}`;
  return [
    { kind: 'heading', level: 2, text: words.say('plan-ranking-heading') },
    { kind: 'paragraph', text: words.say('plan-ranking-lead', { name, count: steps.length }) },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-rank'), width: 6, align: 'right' },
        { title: words.say('column-measure'), width: 28 },
        { title: words.say('column-together'), width: 20 },
        { title: words.say('column-gates-met'), width: 9, align: 'right' },
        { title: words.say('column-gain'), width: 9, align: 'right' },
        { title: words.say('column-cost'), width: 12, align: 'right' },
        { title: words.say('column-per-wan'), width: 11, align: 'right' },
        { title: words.say('column-in-plan'), width: 9 },
      ],
      rows: steps.map((step, i) => ({
        cells: [
          String(i + 1),
          { text: title(step.id), strong: true },
          words.list(step.added.filter((id) => id !== step.id)) || '—',
          step.gates === 0 ? '—' : String(step.gates),
          shownFigure(step.gain),
          wan(step.cost),
          step.cost === 0 ? '—' : computed(step.gain / step.cost),
          words.say(chosen.has(step.id) ? 'plan-taken' : 'plan-not-taken'),
        ],
      })),
    },
    ...(steps.every((step) => chosen.has(step.id))
      ? []
      : [{ kind: 'paragraph', text: words.say('plan-ranking-differs', { name }), tone: 'muted' } as const]),
  ];
}

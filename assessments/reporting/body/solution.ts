import { architecture } from '../figures/architecture.ts';
import type { Block } from '../report-document.ts';
import { refer } from '../numbered.ts';
import { wan } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import { aims } from './aims.ts';
import { measureTable } from './measure-table.ts';
import { candidates } from './candidates.ts';
import { milestones } from './milestones.ts';
import { timetable } from './timetable.ts';

/** Chapter 6: the three aims and why this one, the measures once, and when each runs; 初步措施 where there is no plan. */
export function solution(mill: Mill): Block[] {
  const { words } = mill;
  const planned = plannedMillOf(mill);
  if (planned === null) return candidates(mill);
  if (planned.open.length === 0)
    return [
      { kind: 'heading', level: 1, text: words.say('body-solution') },
      { kind: 'paragraph', text: emptyText(planned) },
    ];
  return [
    { kind: 'heading', level: 1, text: words.say('body-solution') },
    ...aims(planned),
    ...architectureOfPlan(mill),
    { kind: 'heading', level: 2, text: words.say('solution-measures') },
    {
      kind: 'paragraph',
      text: words.say('solution-measures-lead', {
        count: planned.open.length,
        table: refer('measures'),
        annex: refer('annex-measures'),
      }),
    },
    measureTable(planned),
    { kind: 'heading', level: 2, text: words.say('solution-route') },
    {
      kind: 'paragraph',
      text: words.say('solution-route-lead', {
        start: planned.plan.startOn,
        figure: refer('route-map'),
        table: refer('milestones'),
      }),
    },
    ...timetable(planned),
    milestones(planned),
  ];
}

function emptyText({ mill: { words, name }, plan: { budgetWan } }: PlannedMill): string {
  return budgetWan === null
    ? words.say('plan-empty-unbound', { name })
    : words.say('plan-empty', { name, budget: wan(budgetWan) });
}

/** Systems, platform and machines today, with what the measures bring. */
function architectureOfPlan(mill: Mill): Block[] {
  const { words } = mill;
  const figure = architecture(mill);
  if (figure === null) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('solution-architecture') },
    {
      kind: 'paragraph',
      text: words.say('solution-architecture-lead', { figure: refer('architecture'), table: refer('measures') }),
    },
    { ...figure, key: 'architecture' },
  ];
}

import { plannedMillOf } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';
import type { Mill } from '../../report-input.ts';
import { aims } from './aims.ts';
import { executivePage } from './executive-page.ts';
import { measureCards } from './measure-cards.ts';
import { measureTable } from './measure-table.ts';
import { phases } from './phases.ts';
import { policies } from './policies.ts';
import { refusedPlan } from './refused-plan.ts';
import { verification } from './verify.ts';

/** The plan, from the page for the owner of the mill down to its policies; why there is none where it was refused, nothing where none was asked for. */
export function planChapter(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  if (planned === null) return refusedPlan(mill);
  return [
    { kind: 'heading', level: 1, text: mill.words.say('plan-heading') },
    ...executivePage(planned),
    ...aims(planned),
    ...verification(planned),
    ...measureTable(planned),
    ...phases(planned),
    ...measureCards(planned),
    ...policies(planned),
  ];
}

import { plannedMillOf } from '../../planned-mill.ts';
import type { Block } from '../../report-document.ts';
import type { Mill } from '../../report-input.ts';
import { executivePage } from './executive-page.ts';
import { measureCards } from './measure-cards.ts';
import { measureTable } from './measure-table.ts';
import { phases } from './phases.ts';
import { policies } from './policies.ts';
import { ranking } from './ranking.ts';

/** The plan, from the page for the owner of the mill down to its policies; nothing where there is no plan. */
export function planChapter(mill: Mill): Block[] {
  const planned = plannedMillOf(mill);
  if (planned === null) return [];
  return [
    { kind: 'heading', level: 1, text: mill.words.say('plan-heading') },
    ...executivePage(planned),
    ...phases(planned),
    ...measureTable(planned),
    ...ranking(planned),
    ...measureCards(planned),
    ...policies(planned),
  ];
}

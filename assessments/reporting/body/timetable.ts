import { LAST_MONTH } from '../../schema/plan.ts';
import { routeMap } from '../figures/gantt.ts';
import { titleOf } from '../plan-text.ts';
import type { PlannedMill } from '../planned-mill.ts';
import type { Block } from '../report-document.ts';

/** When each measure runs, as a figure, and what ends after month 36. */
export function timetable(planned: PlannedMill): Block[] {
  return [
    ...routeMap(planned.mill).map((figure, i) => (i === 0 ? { ...figure, key: 'route-map' } : figure)),
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

import { rounded } from '../../scoring/shown-number.ts';
import { liftsOf } from '../plan-lifts.ts';
import { idOf, nameOf } from '../plan-text.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookColumn, WorkbookTable } from '../report-workbook.ts';
import { textId } from '../words.ts';

/** What every measure moves: its own points by topic, the questions that it lifts, what it needs first. Null where there is no plan. */
export function planEffectsSheet(mill: Mill): WorkbookTable | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const { plan, topics } = planned;
  return {
    kind: 'table',
    name: words.say('sheet-plan-effects'),
    frozen: 2,
    columns: [
      { title: words.say('sheet-id'), width: 8, kind: 'text' },
      { title: words.say('sheet-measure'), width: 32, kind: 'text' },
      ...topics.map(({ today }): WorkbookColumn => ({
        title: words.say('sheet-own-points', { topic: words.pick(today.pack.shortName) }),
        unit: words.say('unit-points'),
        width: 13,
        kind: 'number',
        decimals: 1,
      })),
      { title: words.say('sheet-lifts'), width: 34, kind: 'text' },
      { title: words.say('sheet-needs'), width: 14, kind: 'text' },
      { title: words.say('sheet-stage'), width: 10, kind: 'text' },
      { title: words.say('sheet-upgrade'), width: 12, kind: 'text' },
    ],
    rows: plan.planned.map((entry) => {
      const { item, measure, offer, requires } = entry;
      const own = offer === null ? {} : plan.ownEffect(item.id);
      const upgrade = measure?.upgrade ?? null;
      return [
        idOf(entry),
        nameOf(entry, words),
        ...topics.map(({ today }) => {
          const points = own[today.id];
          return points === undefined ? null : rounded(points);
        }),
        words.list((measure === null ? [] : liftsOf(measure, mill)).map(({ id }) => id)) || null,
        words.list(requires) || null,
        measure === null ? null : words.say(textId('stage-', measure.stage)),
        upgrade === null ? null : words.say(textId('upgrade-', upgrade)),
      ];
    }),
  };
}

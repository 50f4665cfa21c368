import { AIMS } from '../../schema/plan.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookCell, WorkbookColumn, WorkbookTable } from '../report-workbook.ts';
import { textId } from '../words.ts';

/** The three aims for the same limits, a row each; null where there is no plan. */
export function aimsSheet(mill: Mill): WorkbookTable | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const { plan, topics } = planned;
  const cost = { unit: words.say('unit-wan'), width: 10, kind: 'wan', decimals: 1 } as const;
  const benefit = { ...cost, unit: words.say('unit-wan-year') } as const;
  const years = { unit: words.say('unit-years'), width: 9, kind: 'number', decimals: 1 } as const;
  const figure = { width: 9, kind: 'number' } as const;
  const cell = (value: number | null | undefined): WorkbookCell => (value == null ? null : rounded(value));
  return {
    kind: 'table',
    name: words.say('sheet-aims'),
    columns: [
      { title: words.say('sheet-aim'), width: 12, kind: 'text' },
      { title: words.say('sheet-taken'), width: 7, kind: 'text' },
      { title: words.say('sheet-cost-planned'), ...cost },
      { title: words.say('sheet-benefit-planned'), ...benefit },
      { title: words.say('sheet-benefit-cautious'), ...benefit },
      { title: words.say('sheet-payback-planned'), ...years },
      { title: words.say('sheet-payback-cautious'), ...years },
      { title: words.say('sheet-targets'), ...figure },
      { title: words.say('sheet-gates'), ...figure },
      ...topics.map(({ today }): WorkbookColumn => ({
        title: words.say('sheet-level-after', { topic: words.pick(today.pack.shortName) }),
        ...figure,
      })),
      { title: words.say('sheet-proved'), width: 8, kind: 'text' },
      { title: words.say('sheet-gap'), width: 8, kind: 'percent', decimals: 1 },
      { title: words.say('sheet-gap-in'), width: 9, kind: 'text' },
      { title: words.say('sheet-measures'), width: 44, kind: 'text' },
    ],
    rows: AIMS.map((aim) => {
      const { cost, benefit, payback, proven, gap, gapIn, gatesClosed, targetsReached, measures, levels } =
        plan.alternatives[aim];
      return [
        words.say(textId('aim-', aim)),
        words.say(aim === plan.aim ? 'plan-taken' : 'plan-not-taken'),
        rounded(cost.planned),
        benefit === null ? words.say('plan-unpriced') : rounded(benefit.planned),
        cell(benefit?.cautious),
        cell(payback?.planned),
        cell(payback?.cautious),
        targetsReached.length,
        gatesClosed.length,
        ...topics.map(({ today }) => levels[today.id] ?? null),
        words.say(proven ? 'plan-taken' : 'plan-not-taken'),
        gap,
        gapIn === null ? null : words.say(textId('step-', gapIn)),
        words.list(measures) || null,
      ];
    }),
  };
}

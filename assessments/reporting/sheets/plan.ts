import { machineUnit } from '../measure-arithmetic.ts';
import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { daysOf, idOf, nameOf } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookCell, WorkbookTable } from '../report-workbook.ts';
import { significant } from '../shown-figure.ts';
import { textId } from '../words.ts';
import { choicesOf } from './lists.ts';
import { paybackCell } from './plan-money.ts';
import { withTotals } from './totals.ts';

/** The column of what is spent, whose total stands below the measures. */
export const COST_OF_PLAN = 5;
const BENEFIT = 6;
const CAUTIOUS = 7;
const PAYBACK = 8;

/** The plan to work with: every measure in its order with money, days, who does it and how far it is. Null where there is no plan. */
export function planSheet(mill: Mill): WorkbookTable | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const money = { width: 11, kind: 'wan', decimals: 1 } as const;
  const [wan, yearly] = [words.say('unit-wan'), words.say('unit-wan-year')];
  return withTotals(
    {
      kind: 'table',
      name: words.say('sheet-plan'),
      frozen: 3,
      columns: [
        { title: words.say('sheet-rank'), width: 6, kind: 'number' },
        { title: words.say('sheet-id'), width: 8, kind: 'text' },
        { title: words.say('sheet-measure'), width: 34, kind: 'text' },
        { title: words.say('sheet-units'), width: 9, kind: 'number' },
        { title: words.say('sheet-unit'), width: 8, kind: 'text' },
        { title: words.say('sheet-cost-planned'), unit: wan, ...money },
        { title: words.say('sheet-benefit-planned'), unit: yearly, ...money },
        { title: words.say('sheet-benefit-cautious'), unit: yearly, ...money },
        {
          title: words.say('sheet-payback-planned'),
          unit: words.say('unit-years'),
          ...money,
          width: 10,
          kind: 'number',
        },
        { title: words.say('sheet-start-on'), width: 12, kind: 'date' },
        { title: words.say('sheet-end-on'), width: 12, kind: 'date' },
        { title: words.say('sheet-phase'), width: 7, kind: 'number' },
        { title: words.say('sheet-owner'), width: 16, kind: 'text', choices: choicesOf('owner', mill) },
        { title: words.say('sheet-item-state'), width: 10, kind: 'text', choices: choicesOf('state', mill) },
        { title: words.say('sheet-note'), width: 22, kind: 'text' },
      ],
      rows: planned.plan.planned.map((entry, i) => [i + 1, ...rowOf(entry, planned)]),
    },
    words.say('plan-sum'),
    { [COST_OF_PLAN]: 'sum', [BENEFIT]: 'sum', [CAUTIOUS]: 'sum', [PAYBACK]: { column: COST_OF_PLAN, over: BENEFIT } },
  );
}

function rowOf(entry: PlannedMeasure, { mill, plan }: PlannedMill): WorkbookCell[] {
  const { words } = mill;
  const { item, measure, offer, cost, benefit, payback, phase } = entry;
  const units = offer?.units ?? null;
  const scope = measure?.scope ?? null;
  return [
    idOf(entry),
    nameOf(entry, words),
    units === null ? null : significant(units.lacking),
    units === null || scope === null ? null : machineUnit(scope, mill),
    cost.planned,
    benefit === null ? words.say('plan-unpriced') : benefit.planned,
    benefit?.cautious ?? null,
    paybackCell(payback?.planned, mill),
    ...(item.state === 'done' ? [item.startOn ?? null, item.endOn ?? null, null] : [...daysOf(entry, plan), phase]),
    item.owner ?? null,
    words.say(textId('item-', item.state ?? 'planned')),
    item.note ?? null,
  ];
}

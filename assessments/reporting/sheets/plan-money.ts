import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { firmText, idOf, nameOf } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookCell, WorkbookColumn, WorkbookTable } from '../report-workbook.ts';
import { textId } from '../words.ts';
import { withTotals, type TotalRule } from './totals.ts';

const COST = { low: 2, planned: 3, high: 4 } as const;
const BENEFIT = { low: 6, planned: 7, high: 8, cautious: 9 } as const;
const PAYBACK = { low: 10, planned: 11, high: 12, cautious: 13 } as const;

const RULES: Readonly<Record<number, TotalRule>> = {
  ...Object.fromEntries([...Object.values(COST), ...Object.values(BENEFIT)].map((at) => [at, 'sum'])),
  [PAYBACK.low]: { column: COST.low, over: BENEFIT.high },
  [PAYBACK.planned]: { column: COST.planned, over: BENEFIT.planned },
  [PAYBACK.high]: { column: COST.high, over: BENEFIT.low },
  [PAYBACK.cautious]: { column: COST.planned, over: BENEFIT.cautious },
};

/** Cost, benefit and payback of every measure with their ranges, and what the money rests on. Null where there is no plan. */
export function planMoneySheet(mill: Mill): WorkbookTable | null {
  const planned = plannedMillOf(mill);
  if (planned === null) return null;
  const { words } = mill;
  const figure = { width: 10, decimals: 1 } as const;
  const cost = { unit: words.say('unit-wan'), kind: 'wan', ...figure } as const;
  const benefit = { unit: words.say('unit-wan-year'), kind: 'wan', ...figure } as const;
  const years = { unit: words.say('unit-years'), kind: 'number', ...figure } as const;
  const columns: WorkbookColumn[] = [
    { title: words.say('sheet-id'), width: 8, kind: 'text' },
    { title: words.say('sheet-measure'), width: 30, kind: 'text' },
    { title: words.say('sheet-cost-low'), ...cost },
    { title: words.say('sheet-cost-planned'), ...cost },
    { title: words.say('sheet-cost-high'), ...cost },
    { title: words.say('sheet-cost-basis'), width: 16, kind: 'text' },
    { title: words.say('sheet-benefit-low'), ...benefit },
    { title: words.say('sheet-benefit-planned'), ...benefit },
    { title: words.say('sheet-benefit-high'), ...benefit },
    { title: words.say('sheet-benefit-cautious'), ...benefit },
    { title: words.say('sheet-payback-low'), ...years },
    { title: words.say('sheet-payback-planned'), ...years },
    { title: words.say('sheet-payback-high'), ...years },
    { title: words.say('sheet-payback-cautious'), ...years },
    { title: words.say('sheet-firm'), width: 9, kind: 'text' },
  ];
  const rows = planned.plan.planned.map((entry) => rowOf(entry, planned));
  const table = { kind: 'table', name: words.say('sheet-plan-money'), frozen: 2, columns, rows } as const;
  return withTotals(table, words.say('plan-sum'), RULES);
}

/** 不定 where the divisor is not positive, empty where nothing is priced. */
export function paybackCell(years: number | null | undefined, { words }: Mill): WorkbookCell {
  if (years === undefined) return null;
  return years === null ? words.say('payback-open') : rounded(years);
}

function rowOf(entry: PlannedMeasure, { mill, firm }: PlannedMill): WorkbookCell[] {
  const { words } = mill;
  const { item, cost, benefit, payback } = entry;
  return [
    idOf(entry),
    nameOf(entry, words),
    cost.low,
    cost.planned,
    cost.high,
    costBasis(entry, mill),
    benefit?.low ?? null,
    benefit === null ? words.say('plan-unpriced') : benefit.planned,
    benefit?.high ?? null,
    benefit?.cautious ?? null,
    paybackCell(payback?.low, mill),
    paybackCell(payback?.planned, mill),
    paybackCell(payback?.high, mill),
    paybackCell(payback?.cautious, mill),
    firmText(firm[item.id], words) || null,
  ];
}

function costBasis({ item, measure, offer, cost }: PlannedMeasure, { words }: Mill): WorkbookCell {
  if (item.state === 'done' || (measure !== null && offer === null)) return null;
  if (measure === null && item.own?.costWan === undefined) return words.say('not-given');
  return words.say(textId('cost-', cost.origin));
}

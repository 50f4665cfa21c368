import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import type { ContentSlide } from '../deck-document.ts';
import {
  costText,
  monthsText,
  nameOf,
  percent,
  plannedBenefit,
  plannedCost,
  titleOf as measureTitle,
  wan,
  yearsText,
} from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { sumOf } from './sum-of.ts';
import { remarkNotes } from './remark-notes.ts';

/** So many rows are read from the back of a room; the rest stands in one row, and in full in the notes. */
const ROWS = 10;

/** The measures in the order of the plan, in one table with its total. */
export function measuresSlide(mill: Mill): ContentSlide | null {
  const planned = plannedMillOf(mill);
  if (planned === null || planned.open.length === 0) return null;
  const { words } = mill;
  const { open } = planned;
  const shown = open.length <= ROWS + 1 ? open : open.slice(0, ROWS);
  const rest = open.slice(shown.length);
  return {
    kind: 'content',
    title: titleOf(planned),
    lead: '',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: words.say('column-measure'), width: 46 },
          { title: words.say('column-cost'), width: 15, align: 'right' },
          { title: words.say('deck-benefit-wan'), width: 15, align: 'right' },
          { title: words.say('column-payback'), width: 12, align: 'right' },
          { title: words.say('column-months'), width: 12, align: 'right' },
        ],
        rows: [
          ...shown.map((entry) => rowOf(entry, mill)),
          ...(rest.length === 0 ? [] : [sumRow(words.say('deck-measures-rest', { count: rest.length }), rest, mill)]),
          totalRow(planned),
        ],
      },
    ],
    source: words.say('deck-star', { star: words.say('star') }),
    notes: [
      ...remarkNotes('solution', mill),
      ...open.map((entry) =>
        words.say('deck-measure-line', {
          title: measureTitle(entry, words),
          cost: costText(entry, words),
          benefit: plannedBenefit(entry, words),
          months: monthsText(entry),
        }),
      ),
    ],
  };
}

function titleOf({ mill: { words }, plan: { cost, benefit, estimatedShare }, open }: PlannedMill): string {
  const values = { count: open.length, cost: wan(cost.planned), share: percent(estimatedShare) };
  if (benefit === null) return words.say('deck-measures-title-unpriced', values);
  const id =
    estimatedShare === 0
      ? 'deck-measures-title-priced'
      : estimatedShare === 1
        ? 'deck-measures-title-all'
        : 'deck-measures-title';
  return words.say(id, { ...values, benefit: wan(benefit.planned) });
}

function rowOf(entry: PlannedMeasure, { words }: Mill): TableRow {
  const { payback } = entry;
  return {
    cells: [
      { text: nameOf(entry, words), strong: true },
      plannedCost(entry, words),
      plannedBenefit(entry, words),
      payback === null ? '—' : yearsText(payback.planned, words),
      monthsText(entry),
    ],
  };
}

function sumRow(title: string, entries: readonly PlannedMeasure[], { words }: Mill): TableRow {
  return {
    cells: [
      title,
      wan(sumOf(entries, ({ cost }) => cost.planned)),
      entries.every(({ benefit }) => benefit === null)
        ? words.say('plan-unpriced')
        : wan(sumOf(entries, ({ benefit }) => benefit?.planned ?? 0)),
      '',
      '',
    ],
  };
}

function totalRow({ mill: { words }, plan }: PlannedMill): TableRow {
  const { cost, benefit, payback } = plan;
  return {
    cells: [
      words.say('plan-sum'),
      wan(cost.planned),
      benefit === null ? words.say('plan-unpriced') : wan(benefit.planned),
      payback === null ? '—' : yearsText(payback.planned, words),
      '',
    ].map((text) => ({ text, strong: true, tone: 'accent' as const })),
  };
}

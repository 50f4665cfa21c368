import { FACT_MAXIMA, FACT_UNITS, type NumericFactId } from '#assessments/schema/facts.ts';
import { Quantity } from '#assessments/schema/quantity.ts';
import { readFigure } from '../enterprise/read-figure.ts';
import type { Refused } from './change.ts';
import { figureInCell } from './reading/figure-in-cell.ts';
import type { Cell } from './reading/table.ts';

/** A figure in a unit, of which `times` base units are one; in percent where `isPercent`. */
interface TypedFigure {
  readonly value: number;
  readonly isPercent: boolean;
  readonly times: number;
}

/** A figure as a fact stores it, or why the fact does not take it. */
export function figureFor(fact: NumericFactId, { value, isPercent, times }: TypedFigure): number | Refused['reason'] {
  if (value < 0) return 'negative';
  if (isPercent && FACT_UNITS[fact] !== '%') return 'is-percent';
  const stored = Number((value * times).toPrecision(12));
  const isTaken = Quantity.safeParse(stored).success && stored <= (FACT_MAXIMA[fact] ?? stored);
  return isTaken ? stored : 'out-of-range';
}

const WHY = { 'no-figure': 'not-a-figure', 'other-unit': 'unit-unknown', 'too-large': 'out-of-range' } as const;

/**
 * What was typed for a fact into a cell, as the fact stores it, or why the fact does not take it. A text is understood as in
 * a field of the window, with 万, 亿 and words for units; percents and signs are read as tables write them.
 */
export function typedFigure(fact: NumericFactId, cell: Cell | undefined, times: number): number | Refused['reason'] {
  const inCell = figureInCell(cell);
  const isAsTablesWrite = inCell.kind === 'figure' && (inCell.isPercent || inCell.value < 0);
  if (cell?.kind === 'text' && !isAsTablesWrite) {
    const read = readFigure(cell.text, FACT_UNITS[fact], { unit: '', times });
    if (read.kind === 'empty') return 'not-a-figure';
    return read.kind === 'refused' ? WHY[read.why] : figureFor(fact, { value: read.value, isPercent: false, times: 1 });
  }
  return inCell.kind === 'figure' ? figureFor(fact, { ...inCell, times }) : 'not-a-figure';
}

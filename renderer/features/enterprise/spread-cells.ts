import { FACT_MAXIMA, FACT_UNITS, type NumericFactId, type YearFacts } from '#assessments/schema/facts.ts';
import { AS_STORED, type TypedUnit } from './fact-units.ts';
import { readFigure, type Cells } from './read-figure.ts';

export interface SheetPlace {
  readonly id: NumericFactId;
  readonly year: number;
}

export interface SpreadCells {
  readonly taken: readonly (SheetPlace & { readonly value: number })[];
  /** How many were no figure that the fact takes, and were left. */
  readonly refused: number;
}

/**
 * Where cells of a table land: their rows in the facts of `order` from a place on, their columns in `years` in that order.
 * Bare digits of the first row are in `unit`, those of the others as stored. Empty cells change nothing.
 */
export function spreadCells(
  from: SheetPlace,
  cells: Cells,
  {
    unit,
    order,
    years,
  }: { readonly unit: TypedUnit; readonly order: readonly NumericFactId[]; readonly years: readonly number[] },
): SpreadCells {
  const read = cells.flatMap((row, i) => {
    const id = order[order.indexOf(from.id) + i];
    if (id === undefined) return [];
    return years
      .slice(years.indexOf(from.year))
      .map((year, k) => ({ id, year, read: readFigure(row[k] ?? '', FACT_UNITS[id], i === 0 ? unit : AS_STORED) }))
      .filter((cell) => cell.read.kind !== 'empty');
  });
  const taken = read.flatMap(({ id, year, read: figure }) =>
    figure.kind === 'figure' && figure.value <= (FACT_MAXIMA[id] ?? figure.value)
      ? [{ id, year, value: figure.value }]
      : [],
  );
  return { taken, refused: read.length - taken.length };
}

/** The facts of a year with one changed; null takes it away. */
export function withFact(before: YearFacts, id: NumericFactId, value: number | null): YearFacts {
  const { [id]: _old, ...others } = before;
  return value === null ? others : { ...others, [id]: value };
}

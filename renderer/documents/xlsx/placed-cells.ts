export interface PlacedCell<Cell> {
  readonly cell: Cell;
  /** Its first column, from 0. */
  readonly column: number;
}

/** Each cell of a row in the first column that those before it leave free; an empty one takes a column. */
export function placesOf<Cell extends { readonly span?: number }>(cells: readonly (Cell | null)[]): PlacedCell<Cell>[] {
  let column = 0;
  return cells.flatMap((cell) => {
    const place = column;
    column += cell?.span ?? 1;
    return cell === null ? [] : [{ cell, column: place }];
  });
}

/** How many characters wide a cell is, over all its columns. */
export function widthOf(
  { cell: { span = 1 }, column }: PlacedCell<{ readonly span?: number }>,
  widths: readonly number[],
): number {
  return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
}

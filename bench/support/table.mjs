/** Lines of a table for the terminal: the first column and a last one without title to the left, figures to the right. */
export function tableLines(columns, rows) {
  const cells = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  return cells.map((row) =>
    row
      .map((cell, i) => (i === 0 || columns[i] === '' ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd(),
  );
}

export const rounded = (number, digits = 0) => number.toFixed(digits);

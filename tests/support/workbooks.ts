import {
  cellName,
  headOf,
  type ReportWorkbook,
  type WorkbookSheet,
  type WorkbookTable,
} from '#assessments/reporting/report-workbook.ts';

/** A table of a workbook by its name; throws where there is none. */
export function tableOf({ sheets }: ReportWorkbook, name: string): WorkbookTable {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found?.kind !== 'table') throw new Error(`no table ${name}`);
  return found;
}

/** The cells of one column of a table, by its title. */
export function columnOf(table: WorkbookTable, title: string) {
  const at = table.columns.findIndex((column) => column.title === title);
  if (at === -1) throw new Error(`no column ${title}`);
  return table.rows.map((row) => row[at] ?? null);
}

export interface PlacedCell {
  readonly at: string;
  readonly value: string | number;
  readonly formula: string | null;
  readonly isDay: boolean;
}

/** Every cell of a sheet that is not empty, by its place, as a painter must write it. */
export function placedCells(sheet: WorkbookSheet, language: ReportWorkbook['language']): PlacedCell[] {
  return sheet.kind === 'table' ? cellsOfTable(sheet, language) : cellsOfPage(sheet);
}

function cellsOfTable(
  { columns, rows, totals = [] }: WorkbookTable,
  language: ReportWorkbook['language'],
): PlacedCell[] {
  const plain = { formula: null, isDay: false };
  return [
    ...columns.map((column, k) => ({ at: cellName(k, 0), value: headOf(column, language), ...plain })),
    ...rows.flatMap((row, r) =>
      row.flatMap((value, k): PlacedCell[] =>
        value === null || value === ''
          ? []
          : [{ at: cellName(k, r + 1), value, formula: null, isDay: columns[k]?.kind === 'date' }],
      ),
    ),
    ...totals.flatMap((total, k): PlacedCell[] => {
      const at = cellName(k, rows.length + 1);
      if (total === null) return [];
      if (typeof total === 'string') return [{ at, value: total, ...plain }];
      return [{ at, value: total.value, formula: total.by === 'sum' ? 'SUM' : '/', isDay: false }];
    }),
  ];
}

function cellsOfPage({ rows }: Exclude<WorkbookSheet, WorkbookTable>): PlacedCell[] {
  return rows.flatMap((row, r) => {
    let column = 0;
    return row.flatMap((cell) => {
      const at = cellName(column, r);
      column += cell?.span ?? 1;
      return cell === null || cell.value === ''
        ? []
        : [{ at, value: cell.value, formula: cell.formula ?? null, isDay: false }];
    });
  });
}

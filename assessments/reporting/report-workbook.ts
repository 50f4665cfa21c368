import type { ReportMeta, RunningText } from './report-document.ts';

/**
 * A diagnosis as tables to go on working with: plain data without styles or bytes.
 * A painter in renderer/documents turns it into XLSX; it knows nothing else of the domain.
 */
export interface ReportWorkbook {
  readonly language: 'zh-CN' | 'en';
  readonly meta: ReportMeta;
  /** Above and below every printed page. */
  readonly running: RunningText;
  readonly sheets: readonly WorkbookSheet[];
}

export type WorkbookSheet = WorkbookTable | WorkbookPage;

/** One table: a frozen head of column titles, then rows that can be filtered, then their totals. It may have no rows. */
export interface WorkbookTable {
  readonly kind: 'table';
  /** At most 31 characters and none of []/\:*? */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** So many columns at the left stay in sight. */
  readonly frozen?: number;
  /** Below the rows, one for each column. */
  readonly totals?: readonly WorkbookTotal[];
}

export interface WorkbookColumn {
  readonly title: string;
  /** Stands in brackets below the title. */
  readonly unit?: string;
  /** In Latin characters of the usual size; a hanzi takes two. */
  readonly width: number;
  readonly kind: WorkbookKind;
  /** Fixed decimals of numbers; left out: as many as a number has, four at most. */
  readonly decimals?: number;
  readonly choices?: WorkbookChoices;
}

/** A text, or a total as a formula with what it comes to: the sum of the column, or the total of one column over that of another. Null for none. */
export type WorkbookTotal =
  null | string | { readonly by: 'sum' | { readonly column: number; readonly over: number }; readonly value: number };

/** What may be chosen in the cells of a column: the cells of another sheet, so that an office can lengthen the list. */
export interface WorkbookChoices {
  readonly sheet: string;
  /** Such as A2:A40. */
  readonly range: string;
  /** Whether other words are refused. */
  readonly isClosed: boolean;
}

/**
 * What a column holds: numbers with the digits that the report shows of them, facts as they were given; `percent` as fractions of 1, `wan` in 10k yuan, `date` as YYYY-MM-DD.
 * A cell that is a word instead (待核实 among numbers) stays text; a number among texts, such as a year, is not grouped.
 */
export type WorkbookKind = 'text' | 'number' | 'percent' | 'date' | 'wan';

/** Null for an empty cell. */
export type WorkbookCell = string | number | null;

/** A sheet that is read from top to bottom, such as the cover, or filled in: cells where they are needed. */
export interface WorkbookPage {
  readonly kind: 'page';
  readonly name: string;
  /** Of its columns, as those of a table. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PageCell[])[];
}

/** A cell of a page; null for an empty one. It stands in the next free column. */
export type PageCell = null | {
  readonly value: string | number;
  readonly look: PageLook;
  readonly kind?: Exclude<WorkbookKind, 'text' | 'date'>;
  readonly decimals?: number;
  /** A change: with its sign, also above 0. */
  readonly isChange?: boolean;
  /** A text above numbers stands as these do. */
  readonly right?: boolean;
  /** What it is computed by, in English function names and A1 references; `value` is what comes out of it today. */
  readonly formula?: string;
  /** The sheet that it leads to. */
  readonly link?: string;
  /** So many columns wide; 1 if left out. */
  readonly span?: number;
};

/** `input` is for the reader to change; `result` is what comes of it. */
export type PageLook =
  'title' | 'heading' | 'head' | 'label' | 'text' | 'muted' | 'input' | 'result' | 'total' | 'link';

/** The name of a cell by its place from 0: A1, B1, … AA1. */
export function cellName(column: number, row: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${row + 1}`;
}

/** The name of a sheet before the name of a cell of it. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** The head of a column as it is read. */
export function headOf({ title, unit }: WorkbookColumn, language: ReportWorkbook['language']): string {
  if (unit === undefined) return title;
  return language === 'zh-CN' ? `${title}\n（${unit}）` : `${title}\n(${unit})`;
}

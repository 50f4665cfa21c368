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

/** One table: a frozen head of column titles, then rows that can be filtered. A sheet may have no rows. */
export interface WorkbookSheet {
  /** At most 31 characters and none of []/\:*? */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly WorkbookCell[])[];
}

export interface WorkbookColumn {
  readonly title: string;
  /** In Latin characters of the usual size; a hanzi takes two. */
  readonly width: number;
  readonly kind: WorkbookKind;
  /** Fixed decimals of numbers; left out: as many as a number has, four at most. */
  readonly decimals?: number;
}

/**
 * What a column holds: numbers with the digits that the report shows of them, facts as they were given; `percent` as fractions of 1, `wan` in 10k yuan, `date` as YYYY-MM-DD.
 * A cell that is a word instead (待核实 among numbers) stays text; a number among texts, such as a year, is not grouped.
 */
export type WorkbookKind = 'text' | 'number' | 'percent' | 'date' | 'wan';

/** Null for an empty cell. */
export type WorkbookCell = string | number | null;

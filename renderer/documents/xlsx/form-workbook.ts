import type { ReportMeta, RunningText } from '../../../assessments/reporting/report-document.ts';
import type { PageLook, ReportWorkbook } from '../../../assessments/reporting/report-workbook.ts';

/** A workbook that goes out to be filled in: cells to type in, some with a list to choose from. */
export interface FormWorkbook {
  readonly language: ReportWorkbook['language'];
  readonly meta: ReportMeta;
  readonly running: RunningText;
  readonly sheets: readonly FormSheet[];
}

export interface FormSheet {
  /** At most 31 characters and none of []/\:*? */
  readonly name: string;
  /** Of its columns, in Latin characters; a hanzi takes two. */
  readonly widths: readonly number[];
  /** So many rows at the top and columns at the left stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Not shown to the reader; for what tells the program its own form again. */
  readonly isHidden?: boolean;
  readonly rows: readonly (readonly FormCell[])[];
}

/** A cell of a form; null for an empty one. It stands in the next free column. */
export type FormCell = null | {
  /** Null in a cell that is still to be filled in. */
  readonly value: string | number | null;
  readonly look: PageLook;
  readonly right?: boolean;
  /** So many columns wide; 1 if left out. */
  readonly span?: number;
  /** What may be chosen; other words may be typed too. */
  readonly choices?: readonly string[];
};

import type { NumberKind } from './number-kinds.ts';

/** What the sheets of one workbook share. */
export interface BookParts {
  readonly texts: readonly string[];
  /** By the number of a style of cells. */
  readonly kinds: readonly NumberKind[];
  /** Whether days are counted from 1904, as old Macs did. */
  readonly from1904: boolean;
}

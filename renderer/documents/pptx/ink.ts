import type { Ink } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';

/** A colour as Office writes it: `1F4E79`. */
export function hex(ink: Ink): string {
  return PALETTE[ink].slice(1).toUpperCase();
}

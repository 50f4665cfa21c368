import type { KeyboardEvent } from 'react';
import { leavesField, placeAfter } from './register/grid-moves.ts';

/** Enter and the arrows lead from a figure to the one beside, below or above it, past what is folded away. */
export function moveInSheet(event: KeyboardEvent, sheet: HTMLElement | null): void {
  const { key, shiftKey, target } = event;
  if (sheet === null || !(target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
  const rows = [...sheet.querySelectorAll<HTMLElement>('.fact-row')]
    .map(cellsOf)
    .filter(([first]) => first?.checkVisibility() === true);
  const row = rows.findIndex((cells) => cells.includes(target));
  const column = rows[row]?.indexOf(target) ?? -1;
  if (column < 0 || (key !== 'Enter' && !leavesField(key, target))) return;
  const widths = rows.map((cells) => cells.length);
  const next = placeAfter(key, shiftKey, { row, column }, widths);
  if (next === null) return;
  event.preventDefault();
  const cell = rows[next.row]?.[next.column];
  cell?.focus();
  cell?.select();
}

/** The figures of a row, of the year and of the year before. */
function cellsOf(row: HTMLElement): HTMLInputElement[] {
  return [...row.querySelectorAll<HTMLInputElement>(':scope > .figure-field input')];
}

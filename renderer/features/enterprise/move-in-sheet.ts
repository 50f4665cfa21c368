import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Enter and the arrows lead from a figure to the one below or above it in its column, past what is folded away. */
export function moveInSheet(event: KeyboardEvent, sheet: HTMLElement | null): void {
  const { key, target } = event;
  const step = STEPS[key];
  if (step === undefined || sheet === null || !(target instanceof HTMLInputElement) || target.type !== 'text') return;
  const row = target.closest('.fact-row');
  const column = row === null ? -1 : [...row.querySelectorAll('input[type=text]')].indexOf(target);
  if (column < 0) return;
  const cells = [...sheet.querySelectorAll('.fact-row')].flatMap((each) => {
    const cell = each.querySelectorAll<HTMLInputElement>('input[type=text]')[column];
    return cell === undefined || cell.checkVisibility() === false ? [] : [cell];
  });
  const next = cells[cells.indexOf(target) + step];
  event.preventDefault();
  next?.focus();
  next?.select();
}

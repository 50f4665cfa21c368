import { withoutUnseen } from '../../../ui/pasted-text.ts';
import type { Cell } from './table.ts';

/** What a cell says as a figure: `nothing` where it is empty or a dash, `refused` where what stands there is no figure. */
export type CellFigure =
  | { readonly kind: 'nothing' }
  /** `isPercent`: the value is in percent. */
  | { readonly kind: 'figure'; readonly value: number; readonly isPercent: boolean }
  | { readonly kind: 'refused'; readonly text: string };

const NOTHING: CellFigure = { kind: 'nothing' };
const GROUPED = /^\d{1,3}([ ,']\d{3})+(\.\d+)?$/;
const PLAIN = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const TIMES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };

/**
 * A figure as tables hold them: numbers, and texts such as `１，２００`, `1,200.5`, `1.2万`, `85%` or `(300)` for -300. A date
 * or an error is none; of a merged cell only the first one counts.
 */
export function figureInCell(cell: Cell | undefined): CellFigure {
  if (cell === null || cell === undefined || cell.isSpread === true) return NOTHING;
  switch (cell.kind) {
    case 'number':
      return cell.isPercent === true ? figure(cell.value * 100, true) : figure(cell.value, false);
    case 'text':
      return figureInText(cell.text);
    case 'date':
      return { kind: 'refused', text: cell.day };
    case 'error':
      return { kind: 'refused', text: cell.code };
  }
}

function figureInText(text: string): CellFigure {
  const typed = withoutUnseen(text).normalize('NFKC').replaceAll('−', '-').trim();
  if (/^([-–—/\\]+|无)?$/.test(typed)) return NOTHING;
  const [, minus = '', amount = '', scale = '', percent = ''] =
    /^([-(])?\s*[¥$]?\s*([\d.,' ]*\d[\d.]*(?:e[+-]?\d+)?)\s*(百万|千万|[千万亿])?\s*(%)?\)?$/i.exec(typed) ?? [];
  const plain = GROUPED.test(amount) ? amount.replaceAll(/[ ,']/g, '') : amount;
  if (!PLAIN.test(plain)) return { kind: 'refused', text };
  return figure(Number(plain) * (TIMES[scale] ?? 1) * (minus === '' ? 1 : -1), percent !== '');
}

function figure(value: number, isPercent: boolean): CellFigure {
  return { kind: 'figure', value: Number(value.toPrecision(12)), isPercent };
}

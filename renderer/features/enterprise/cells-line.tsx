import { useWords } from '../../i18n/use-words.ts';
import { shownIn, type TypedUnit } from './fact-units.ts';
import type { Cells } from './read-figure.ts';

interface CellsLineProps {
  readonly cells: Cells;
  /** In the stored unit; null where one of the cells is no figure. */
  readonly sum: number | null;
  readonly unit: TypedUnit;
  readonly onSum: (sum: number) => void;
  /** Null where the field stands alone. */
  readonly onSpread: (() => void) | null;
  readonly onLeave: () => void;
}

/** What may be done with cells that were pasted into one field: their sum, a cell a field, or nothing. */
export function CellsLine({ cells, sum, unit, onSum, onSpread, onLeave }: CellsLineProps) {
  const { say } = useWords();
  const count = cells.flat().filter((cell) => cell.trim() !== '').length;
  return (
    <span className="cells-line" role="status">
      {say('cells-pasted', { count, rows: cells.length, columns: Math.max(...cells.map((row) => row.length)) })}{' '}
      {sum === null ? (
        say('cells-no-sum')
      ) : (
        <button type="button" className="quiet" onClick={() => onSum(sum)}>
          {say('cells-sum', { sum: shownIn(sum, unit) })}
        </button>
      )}{' '}
      {onSpread === null ? null : (
        <button type="button" className="quiet" onClick={onSpread}>
          {say('cells-spread')}
        </button>
      )}{' '}
      <button type="button" className="quiet" onClick={onLeave}>
        {say('cells-leave')}
      </button>
    </span>
  );
}

import { wordsIn } from '#assessments/reporting/words.ts';
import { knownIds } from '../../../documents/composer/known-ids.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { DraftField } from '../../../ui/draft-field.tsx';
import { AS_STORED, shownIn } from '../fact-units.ts';
import { cellText, featureOf, FIRST_COLUMNS, type Column } from './line-draft.ts';
import type { RegisterRow } from './register-rows.ts';
import { useKindName } from './use-kind-name.ts';
import { cellKey, type RefusedCell, type RefusedCells } from './use-register.ts';

/** The name before the first columns, and the room behind them. */
const ALL_COLUMNS = FIRST_COLUMNS.length + 2;

interface MachineRowProps {
  readonly row: RegisterRow;
  /** Which row of the page it is, counted from 0. */
  readonly position: number;
  readonly columns: readonly Column[];
  readonly refused: RefusedCells;
  readonly onType: (column: Column, text: string) => void;
  readonly onRemove: () => void;
  /** Begins a further line of the kind; null while one is begun. */
  readonly onAnother: (() => void) | null;
}

/**
 * A line of the register: its numbers, and beneath them which of the machines have what. What was not taken is said beside
 * them, so that nothing moves under the hand.
 */
export function MachineRow({ row, position, columns, refused, onType, onRemove, onAnother }: MachineRowProps) {
  const { say, pick, language } = useWords();
  const words = wordsIn(language);
  const kind = knownIds.machines.get(row.line.kind);
  const nameOf = useKindName();
  const name = nameOf(row.line.kind);
  const nth = Number(row.key.split(' ').at(-1));
  const rowName = nth === 1 ? name : say('machine-nth', { name, nth });
  const problems = columns.flatMap((column) => {
    const cell = refused.get(cellKey(row.key, column));
    return cell === undefined ? [] : [{ column, cell }];
  });
  return (
    <tbody>
      <tr>
        <th scope="row">
          {rowName} {kind === undefined ? null : <small>{words.unit(kind.unit)}</small>}
        </th>
        {FIRST_COLUMNS.map((column, i) => (
          <td key={column} data-row={position} data-column={i}>
            {cellOf(column)}
          </td>
        ))}
        <td className="register-said">
          {row.at === null && Object.keys(row.line).length > 1 ? say('count-first') : null}
          <span role="alert">
            {problems.map(({ column, cell }) => (
              <span key={column} className="field-problem">
                {say('cell-refused', { column: columnName(column), text: cell.text, why: reason(cell, column) })}
              </span>
            ))}
          </span>
        </td>
      </tr>
      {columns.length === FIRST_COLUMNS.length ? null : (
        <tr className="register-more">
          <td colSpan={ALL_COLUMNS}>
            <div>
              {columns.length > FIRST_COLUMNS.length + 1 ? <span>{say('of-these')}</span> : null}
              {columns.slice(FIRST_COLUMNS.length, -1).map((column, i) => (
                <span
                  key={column}
                  className="register-feature"
                  data-row={position}
                  data-column={FIRST_COLUMNS.length + i}
                >
                  <span aria-hidden="true">{columnName(column)}</span>
                  {cellOf(column)}
                </span>
              ))}
              <span className="register-end">
                <span className="register-note" data-row={position} data-column={columns.length - 1}>
                  <span aria-hidden="true">{columnName('note')}</span>
                  {cellOf('note')}
                </span>
                {onAnother === null ? null : (
                  <button type="button" className="quiet" onClick={onAnother}>
                    {say('another-line')}
                    <span className="unseen"> {rowName}</span>
                  </button>
                )}
                <button type="button" className="quiet" onClick={onRemove}>
                  {say('remove')}
                  <span className="unseen"> {rowName}</span>
                </button>
              </span>
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );

  function cellOf(column: Column) {
    const cell = refused.get(cellKey(row.key, column));
    return (
      <DraftField
        hideLabel
        numeric={column !== 'note'}
        label={`${rowName} ${columnName(column)}`}
        value={cell?.text ?? cellText(row.line, column)}
        invalid={cell === undefined ? null : ''}
        onCommit={(text) => onType(column, text)}
      />
    );
  }

  function columnName(column: Column): string {
    const feature = featureOf(column);
    if (feature !== null) return pick(kind?.features.get(feature)?.name) || feature;
    if (column === 'note') return words.say('column-note');
    return words.say(column === 'onCloud' ? 'register-on-cloud' : `register-${column as 'count'}`);
  }

  function reason({ refusal }: RefusedCell, column: Column): string {
    const kept = cellText(row.line, column);
    const why = say(`refused-${refusal.code}`, {
      most: 'most' in refusal ? shownIn(refusal.most, AS_STORED) : '',
      least: 'least' in refusal ? shownIn(refusal.least, AS_STORED) : '',
    });
    return kept === '' ? why : say('refused-kept', { why, value: kept });
  }
}

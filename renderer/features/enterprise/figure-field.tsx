import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { AS_STORED, shownIn, type TypedUnit } from './fact-units.ts';
import { CellsLine } from './cells-line.tsx';
import { aboutFigures, refusedTexts, type FieldPlace } from './field-notes.ts';
import { cellsOf, readFigure, sumOfCells, type Cells, type ReadFigure } from './read-figure.ts';

interface FigureFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly unit?: TypedUnit;
  /** The unit in which the figure is stored, by which words for units are read; none are where it is not given. */
  readonly base?: string;
  readonly hideLabel?: boolean;
  /** What holds while nothing is typed. */
  readonly placeholder?: string;
  /** The largest that is taken, as stored; what any figure may be where it is not given. */
  readonly most?: number;
  /** Whether an emptied field is refused too. */
  readonly required?: boolean;
  /** Where a refused text is kept until it is mended; only while the page is open where it is not given. */
  readonly place?: FieldPlace;
  /** Null where the field was emptied. */
  readonly onCommit: (value: number | null) => void;
  /** Puts a block of cells into this field and those beside and below it; absent where there are none. */
  readonly onSpread?: (cells: Cells) => void;
}

/**
 * A figure. What was understood of 万, 约 or a unit is said beside it; what is no figure stays in the field, with the figure
 * that is still used; cells of a table are never joined.
 */
export function FigureField(props: FigureFieldProps) {
  const { label, value, unit = AS_STORED, base = '', hideLabel = false, placeholder, most, required = false } = props;
  const { place, onCommit, onSpread } = props;
  const { say, language } = useWords();
  const [refused, setRefused] = useState<string | null>(() => (place === undefined ? null : refusedTexts.of(place)));
  const [understood, setUnderstood] = useState<ReadFigure | null>(null);
  const [cells, setCells] = useState<Cells | null>(null);
  const shown = value === undefined ? '' : shownIn(value, unit);
  const isRead = understood?.kind === 'figure' && !understood.isLiteral && value === understood.value;
  const isAbout =
    place === undefined ? isRead && understood.isAbout : value !== undefined && aboutFigures.of(place) === value;
  const refuse = (text: string | null) => {
    setRefused(text);
    if (place !== undefined) refusedTexts.keep(place, text);
  };
  const take = (figure: number | null) => {
    refuse(null);
    setCells(null);
    onCommit(figure);
  };
  const commit = (text: string) => {
    const read = readFigure(text, base, unit);
    const figure = read.kind === 'figure' ? read.value : null;
    const isTaken = read.kind === 'empty' ? !required : read.kind === 'figure' && read.value <= (most ?? read.value);
    setUnderstood(read);
    if (place !== undefined && isTaken)
      aboutFigures.keep(place, read.kind === 'figure' && read.isAbout ? read.value : null);
    if (isTaken) take(figure);
    else refuse(text);
  };
  return (
    <span className="figure-field">
      <DraftField
        numeric
        hideLabel={hideLabel}
        label={label}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={refused ?? shown}
        invalid={refused === null ? null : refusal(refused)}
        onCommit={commit}
        onPasted={(text) => {
          const pasted = cellsOf(text);
          setCells(pasted);
          return pasted !== null;
        }}
      />
      {value !== undefined && (isRead || isAbout) && refused === null ? (
        <small className="understood" role="status">
          {say(isAbout ? 'understood-about' : 'understood-exactly', {
            value: shownIn(value, AS_STORED),
            unit: wordsIn(language).unit(base),
          })}
        </small>
      ) : null}
      {cells === null ? null : (
        <CellsLine
          cells={cells}
          sum={sumOfCells(cells, base, unit)}
          unit={unit}
          onSum={(sum) => take(sum)}
          onSpread={
            onSpread === undefined
              ? null
              : () => {
                  setCells(null);
                  onSpread(cells);
                }
          }
          onLeave={() => setCells(null)}
        />
      )}
    </span>
  );

  function refusal(text: string): string {
    const read = readFigure(text, base, unit);
    if (read.kind === 'refused' && read.why === 'other-unit')
      return say('other-unit', { unit: wordsIn(language).unit(base) });
    const id = most === undefined ? 'not-a-figure' : 'not-an-amount';
    const known = { value: shown, most: most === undefined ? '' : shownIn(most, unit) };
    return say(shown === '' ? id : `${id}-kept`, known);
  }
}

import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { AS_STORED, shownIn, storedFrom, type TypedUnit } from './fact-units.ts';

interface FigureFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly unit?: TypedUnit;
  readonly hideLabel?: boolean;
  /** What holds while nothing is typed. */
  readonly placeholder?: string;
  /** The largest that is taken, as stored; what any figure may be where it is not given. */
  readonly most?: number;
  /** Whether an emptied field is refused too. */
  readonly required?: boolean;
  /** Null where the field was emptied. */
  readonly onCommit: (value: number | null) => void;
}

/** A figure; what is none is kept in the field and said, with the figure that is still used. */
export function FigureField({
  label,
  value,
  unit = AS_STORED,
  hideLabel = false,
  placeholder,
  most,
  required = false,
  onCommit,
}: FigureFieldProps) {
  const { say } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  const shown = value === undefined ? '' : shownIn(value, unit);
  const refusal = () => {
    const text = most === undefined ? 'not-a-figure' : 'not-an-amount';
    const known = { value: shown, most: most === undefined ? '' : shownIn(most, unit) };
    return say(shown === '' ? text : `${text}-kept`, known);
  };
  return (
    <DraftField
      numeric
      hideLabel={hideLabel}
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={refused ?? shown}
      invalid={refused === null ? null : refusal()}
      onCommit={(text) => {
        const figure = storedFrom(text, unit);
        const isFigure = figure !== undefined && (figure === null ? !required : figure <= (most ?? figure));
        setRefused(isFigure ? null : text);
        if (isFigure) onCommit(figure);
      }}
    />
  );
}

import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { shownIn, storedFrom, type TypedUnit } from './fact-units.ts';

interface FigureFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly unit: TypedUnit;
  readonly hideLabel?: boolean;
  /** Whether an emptied field is refused too. */
  readonly required?: boolean;
  /** Null where the field was emptied. */
  readonly onCommit: (value: number | null) => void;
}

/** A figure of the year; what is none is kept in the field and said, with the figure that is still used. */
export function FigureField({ label, value, unit, hideLabel = false, required = false, onCommit }: FigureFieldProps) {
  const { say } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  const shown = value === undefined ? '' : shownIn(value, unit);
  return (
    <DraftField
      numeric
      hideLabel={hideLabel}
      label={label}
      value={refused ?? shown}
      invalid={refused === null ? null : say(shown === '' ? 'not-a-figure' : 'not-a-figure-kept', { value: shown })}
      onCommit={(text) => {
        const figure = storedFrom(text, unit);
        const isFigure = figure !== undefined && (figure !== null || !required);
        setRefused(isFigure ? null : text);
        if (isFigure) onCommit(figure);
      }}
    />
  );
}

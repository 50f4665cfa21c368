import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { shownIn, storedFrom } from '../enterprise/fact-units.ts';

const BASE = { unit: '', times: 1 };

interface AmountFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly hideLabel?: boolean;
  /** The largest that the plan takes. */
  readonly most: number;
  /** Null where the field was emptied. */
  readonly onCommit: (value: number | null) => void;
}

/** An amount of money or people; what is no figure is kept in the field and said. */
export function AmountField({ label, value, most, hideLabel = false, onCommit }: AmountFieldProps) {
  const { say } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  const known = value === undefined ? '' : shownIn(value, BASE);
  return (
    <DraftField
      numeric
      hideLabel={hideLabel}
      label={label}
      value={refused ?? known}
      invalid={
        refused === null
          ? null
          : say(value === undefined ? 'not-an-amount' : 'not-an-amount-kept', {
              most: shownIn(most, BASE),
              value: known,
            })
      }
      onCommit={(text) => {
        const amount = storedFrom(text, BASE);
        const isFigure = amount === null || (amount !== undefined && amount <= most);
        setRefused(isFigure ? null : text);
        if (isFigure) onCommit(amount);
      }}
    />
  );
}

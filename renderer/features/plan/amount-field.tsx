import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { shownIn, storedFrom } from '../enterprise/fact-units.ts';

const BASE = { unit: '', times: 1 };
const MOST = 1e8;

interface AmountFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly hideLabel?: boolean;
  /** Null where the field was emptied. */
  readonly onCommit: (value: number | null) => void;
}

/** An amount of money or people; what is no figure is kept in the field and said. */
export function AmountField({ label, value, hideLabel = false, onCommit }: AmountFieldProps) {
  const { say } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <DraftField
      numeric
      hideLabel={hideLabel}
      label={label}
      value={refused ?? (value === undefined ? '' : shownIn(value, BASE))}
      invalid={refused === null ? null : say('not-a-figure')}
      onCommit={(text) => {
        const amount = storedFrom(text, BASE);
        const isFigure = amount === null || (amount !== undefined && amount <= MOST);
        setRefused(isFigure ? null : text);
        if (isFigure) onCommit(amount);
      }}
    />
  );
}

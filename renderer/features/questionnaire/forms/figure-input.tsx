import { useState } from 'react';
import { numeric } from '#assessments/forms/numeric.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { DraftField } from '../../../ui/draft-field.tsx';
import { storedFrom } from '../../enterprise/read-figure.ts';
import type { AnswerInputProps } from './input-props.ts';

/** A figure, kept once it fits; what does not fit stays as it was typed. */
export function FigureInput({ question, value, onChange }: AnswerInputProps<'numeric'>) {
  const { say } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  const { unit, maximum } = question.form;
  const label = say(unit === '%' ? 'figure-percent' : 'figure-count', { maximum });
  return (
    <DraftField
      numeric
      label={label}
      value={refused ?? (value?.value === undefined ? '' : String(value.value))}
      invalid={refused === null ? null : label}
      onCommit={(text) => {
        const figure = storedFrom(text.replace(/[%％]\s*$/, ''), { unit, times: 1 });
        const fits = typeof figure === 'number' && numeric.misfit(question, { value: figure }) === null;
        setRefused(figure === null || fits ? null : text);
        if (figure === null) onChange(undefined);
        else if (fits) onChange({ value: figure });
      }}
    />
  );
}

import { formOf } from '#assessments/forms/forms.ts';
import type { AnswerValue } from '#assessments/schema/answers.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { AnswerInputProps } from './input-props.ts';
import { OptionRow } from './option-row.tsx';

/** One of the choices of the form, each with the digit that chooses it. */
export function OptionsInput({ question, value, other, onChange }: AnswerInputProps<'option' | 'single' | 'gate'>) {
  const { pick } = useWords();
  const { choices, firstDigit, read } = formOf(question);
  return (
    <div className="ladder" role="radiogroup" aria-labelledby={`stem-${question.id}`}>
      {choices(question).map((choice, i) => {
        const answer = read(choice.value);
        return (
          <OptionRow
            key={choice.value}
            name={question.id}
            mark={String(i + (firstDigit(question) ?? 0))}
            text={pick(choice.text)}
            checked={isChosen(value, answer)}
            other={isChosen(other, answer)}
            onChoose={() => onChange(answer ?? undefined)}
          />
        );
      })}
    </div>
  );
}

function isChosen(value: AnswerValue | undefined, option: AnswerValue | null): boolean {
  return value !== undefined && value.rung === option?.rung && value.gate === option?.gate;
}

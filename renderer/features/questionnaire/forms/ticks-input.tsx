import { formOf } from '#assessments/forms/forms.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { AnswerInputProps } from './input-props.ts';

/** Any number of the choices of the form, or none of them. */
export function TicksInput({ question, value, onChange }: AnswerInputProps<'tally' | 'multiple'>) {
  const { say, pick } = useWords();
  const choices = formOf(question).choices(question);
  const ids = choices.map((choice) => String(choice.value));
  const chosen = value?.choices ?? [];
  const toggle = (id: string) => {
    const next = ids.filter((candidate) => (candidate === id) !== chosen.includes(candidate));
    onChange({ choices: next });
  };
  return (
    <div className="ticks">
      {choices.map(({ text }, i) => {
        const id = ids[i] ?? '';
        return (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{pick(text)}</span>
          </label>
        );
      })}
      <label>
        <input type="checkbox" checked={value?.choices?.length === 0} onChange={() => onChange({ choices: [] })} />
        <span>{say('none-of-these')}</span>
      </label>
    </div>
  );
}

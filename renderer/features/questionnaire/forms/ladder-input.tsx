import { ladder } from '#assessments/forms/ladder.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { AnswerInputProps } from './input-props.ts';
import { OptionRow } from './option-row.tsx';

/** The rungs as a ladder, with a half rung for what is under way to the next. */
export function LadderInput({ question, value, other, onChange }: AnswerInputProps<'ladder'>) {
  const { say, pick } = useWords();
  const chosen = value?.rung === undefined ? null : Math.floor(value.rung);
  const half = value?.rung !== undefined && !Number.isInteger(value.rung);
  return (
    <div className="ladder" role="radiogroup" aria-labelledby={`stem-${question.id}`}>
      {ladder.choices(question).map(({ text }, rung) => (
        <OptionRow
          key={rung}
          name={question.id}
          mark={String(rung)}
          text={pick(text)}
          checked={chosen === rung}
          other={other?.rung !== undefined && Math.floor(other.rung) === rung}
          onChoose={() => onChange({ rung })}
        />
      ))}
      {chosen !== null && chosen < ladder.topRung(question) ? (
        <label className="half">
          <input type="checkbox" checked={half} onChange={() => onChange({ rung: half ? chosen : chosen + 0.5 })} />
          <span>{say('in-progress', { next: chosen + 1 })}</span>
        </label>
      ) : null}
    </div>
  );
}

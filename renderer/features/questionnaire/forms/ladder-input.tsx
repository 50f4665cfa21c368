import { ladder } from '#assessments/forms/ladder.ts';
import type { AnswerValue } from '#assessments/schema/answers.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { AnswerInputProps } from './input-props.ts';
import { OptionRow } from './option-row.tsx';

/** The rungs as a ladder, with a half rung for what is under way to the next; a rung that is not offered stands at the lowest that is. */
export function LadderInput({ question, value, other, onChange }: AnswerInputProps<'ladder'>) {
  const { say, pick } = useWords();
  const lowest = ladder.firstDigit(question) ?? 0;
  const shownAt = (held: AnswerValue | undefined) =>
    held?.rung === undefined ? null : Math.max(Math.floor(held.rung), lowest);
  const [chosen, others] = [shownAt(value), shownAt(other)];
  const half = chosen !== null && value?.rung !== undefined && value.rung > chosen;
  return (
    <div className="ladder" role="radiogroup" aria-labelledby={`stem-${question.id}`}>
      {ladder.choices(question).map(({ text }, i) => {
        const rung = lowest + i;
        return (
          <OptionRow
            key={rung}
            name={question.id}
            mark={String(rung)}
            text={pick(text)}
            checked={chosen === rung}
            other={others === rung}
            onChoose={() => onChange({ rung })}
          />
        );
      })}
      {chosen !== null && chosen < ladder.topRung(question) ? (
        <label className="half">
          <input type="checkbox" checked={half} onChange={() => onChange({ rung: half ? chosen : chosen + 0.5 })} />
          <span>{say('in-progress', { next: chosen + 1 })}</span>
        </label>
      ) : null}
    </div>
  );
}

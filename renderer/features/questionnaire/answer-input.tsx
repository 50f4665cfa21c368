import type { AnswerValue } from '#assessments/schema/answers.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { useState } from 'react';
import { storedFrom } from '../enterprise/fact-units.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';

interface AnswerInputProps {
  readonly question: Question;
  readonly value: AnswerValue | undefined;
  /** The value of the other side, marked beside its option. */
  readonly other: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue | undefined) => void;
}

const GATES = ['yes', 'partly', 'no'] as const;

/** The part of a card where the answer itself is given, by the form of the question. */
export function AnswerInput(props: AnswerInputProps) {
  switch (props.question.form.kind) {
    case 'ladder':
      return <Ladder {...props} />;
    case 'option':
    case 'single':
      return <Options {...props} values={props.question.options.map((_, i) => ({ rung: i }))} />;
    case 'gate':
      return <Options {...props} values={GATES.map((gate) => ({ gate }))} />;
    case 'tally':
    case 'multiple':
      return <Ticks {...props} />;
    case 'numeric':
      return <Figure {...props} />;
  }
}

/** The rungs as a ladder, 0 to 5, with a half rung for what is under way. */
function Ladder({ question, value, other, onChange }: AnswerInputProps) {
  const { say, pick } = useWords();
  const chosen = value?.rung === undefined ? null : Math.floor(value.rung);
  const half = value?.rung !== undefined && !Number.isInteger(value.rung);
  const rungs = [say('rung-0'), ...question.options.map((option) => pick(option))];
  return (
    <div className="ladder" role="radiogroup" aria-labelledby={`stem-${question.id}`}>
      {rungs.map((text, rung) => (
        <OptionRow
          key={rung}
          name={question.id}
          mark={String(rung)}
          text={text}
          checked={chosen === rung}
          other={other?.rung !== undefined && Math.floor(other.rung) === rung}
          onChoose={() => onChange({ rung })}
        />
      ))}
      {chosen !== null && chosen < 5 ? (
        <label className="half">
          <input type="checkbox" checked={half} onChange={() => onChange({ rung: half ? chosen : chosen + 0.5 })} />
          <span>{say('in-progress', { next: chosen + 1 })}</span>
        </label>
      ) : null}
    </div>
  );
}

function Options({
  question,
  value,
  other,
  onChange,
  values,
}: AnswerInputProps & { readonly values: readonly AnswerValue[] }) {
  const { pick } = useWords();
  const same = (a: AnswerValue | undefined, b: AnswerValue) =>
    a !== undefined && a.rung === b.rung && a.gate === b.gate && a.na === undefined && a.unknown === undefined;
  return (
    <div className="ladder" role="radiogroup" aria-labelledby={`stem-${question.id}`}>
      {values.map((option, i) => (
        <OptionRow
          key={i}
          name={question.id}
          mark={String(option.gate === undefined ? i : i + 1)}
          text={pick(question.options[i])}
          checked={same(value, option)}
          other={same(other, option)}
          onChoose={() => onChange(option)}
        />
      ))}
    </div>
  );
}

interface OptionRowProps {
  readonly name: string;
  /** The digit that chooses it. */
  readonly mark: string;
  readonly text: string;
  readonly checked: boolean;
  readonly other: boolean;
  readonly onChoose: () => void;
}

function OptionRow({ name, mark, text, checked, other, onChoose }: OptionRowProps) {
  return (
    <label className={`option${checked ? ' chosen' : ''}${other ? ' other' : ''}`}>
      <input type="radio" name={name} value={mark} checked={checked} onChange={onChoose} />
      <span className="option-mark" aria-hidden="true">
        {mark}
      </span>
      <span>{text}</span>
    </label>
  );
}

function Ticks({ question, value, onChange }: AnswerInputProps) {
  const { say, pick } = useWords();
  const ids = question.form.kind === 'tally' ? question.form.choices : question.options.map((_, i) => String(i + 1));
  const chosen = value?.choices ?? [];
  const toggle = (id: string) => {
    const next = ids.filter((candidate) => (candidate === id) !== chosen.includes(candidate));
    onChange({ choices: next });
  };
  return (
    <div className="ticks">
      {ids.map((id, i) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <span>{pick(question.options[i])}</span>
        </label>
      ))}
      <label>
        <input type="checkbox" checked={value?.choices?.length === 0} onChange={() => onChange({ choices: [] })} />
        <span>{say('none-of-these')}</span>
      </label>
    </div>
  );
}

function Figure({ question, value, onChange }: AnswerInputProps) {
  const { say } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  if (question.form.kind !== 'numeric') return null;
  const { unit, maximum, whole } = question.form;
  return (
    <DraftField
      numeric
      label={say(unit === '%' ? 'figure-percent' : 'figure-count', { maximum })}
      value={refused ?? (value?.value === undefined ? '' : String(value.value))}
      invalid={refused === null ? null : say(unit === '%' ? 'figure-percent' : 'figure-count', { maximum })}
      onCommit={(text) => {
        const figure = storedFrom(text.replace(/[%％]\s*$/, ''), { unit, times: 1 });
        const fits = typeof figure === 'number' && figure <= maximum && (!whole || Number.isInteger(figure));
        setRefused(figure === null || fits ? null : text);
        if (figure === null) onChange(undefined);
        else if (fits) onChange({ value: figure });
      }}
    />
  );
}

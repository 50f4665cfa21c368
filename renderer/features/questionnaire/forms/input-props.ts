import type { FormKind, FormQuestion } from '#assessments/forms/form.ts';
import type { AnswerValue } from '#assessments/schema/answers.ts';
import type { Question } from '#assessments/schema/pack.ts';

/** What the part of a card is told where the answer itself is given. */
export interface AnswerInputProps<out K extends FormKind> {
  readonly question: Question & FormQuestion<K>;
  readonly value: AnswerValue | undefined;
  /** The value of the other side, marked beside its option. */
  readonly other: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue | undefined) => void;
}

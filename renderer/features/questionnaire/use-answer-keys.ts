import { useEffect } from 'react';
import { formOf } from '#assessments/forms/forms.ts';
import type { AnswerValue } from '#assessments/schema/answers.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { useRecord } from '../../app/use-record.ts';
import { withValue, type Side, type Verification } from './answer-state.ts';
import { isPageKey } from './page-key.ts';

/** Digits answer the active question, with who verifies on that side, N goes to the next one and past the last to the next section. */
export function useAnswerKeys(
  questions: readonly Question[],
  active: string | null,
  activate: (id: string) => void,
  side: Side,
  onPastEnd: () => void,
  verification?: Verification,
) {
  const { record, diagnosis } = useRecord();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPageKey(event)) return;
      const index = questions.findIndex((question) => question.id === active);
      if (event.key === 'n' || event.key === 'N') {
        event.preventDefault();
        const next = questions[index + 1];
        if (next === undefined) {
          onPastEnd();
          return;
        }
        activate(next.id);
        const card = document.getElementById(`card-${next.id}`);
        card?.focus({ preventScroll: true });
        card?.scrollIntoView({ block: 'center' });
        return;
      }
      const question = questions[index];
      const value = question === undefined ? undefined : valueOfDigit(question, event.key);
      if (question === undefined || value === undefined) return;
      event.preventDefault();
      record.answer(diagnosis.id, question.id, (before) => withValue(before, side, value, verification));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [questions, active, activate, side, onPastEnd, verification, record, diagnosis.id]);
}

/** What a digit means for a question: the rung, the option, or the first, second, third state of a gate. */
function valueOfDigit(question: Question, key: string): AnswerValue | undefined {
  const { choices, firstDigit, read } = formOf(question);
  const first = firstDigit(question);
  if (!/^\d$/.test(key) || first === null) return undefined;
  const choice = choices(question)[Number(key) - first];
  return choice === undefined ? undefined : (read(choice.value) ?? undefined);
}

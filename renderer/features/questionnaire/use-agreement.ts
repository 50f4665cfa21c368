import { useState } from 'react';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Undo } from '../../ui/undo-line.tsx';
import { agreed, canAgree, withoutAgreement } from './agreement.ts';
import type { Verification } from './answer-state.ts';

export interface Agreement {
  /** Verifies the answers of those questions that are given and not verified as the mill gave them. */
  readonly agree: (questions: readonly { readonly id: string }[]) => void;
  /** The way back from the last time; null where there is none, or no longer. */
  readonly undo: Undo | null;
  readonly forget: () => void;
}

/** Agreeing with many answers at once, which can be undone. */
export function useAgreement(verification: Verification): Agreement {
  const { say } = useWords();
  const { record, diagnosis } = useRecord();
  const [undo, setUndo] = useState<Undo | null>(null);
  const agree: Agreement['agree'] = (questions) => {
    const after = questions
      .filter(({ id }) => canAgree(diagnosis.answers[id]))
      .map(({ id }) => ({ id, answer: agreed(diagnosis.answers[id], verification) }));
    if (after.length === 0) return;
    for (const { id } of after) record.answer(diagnosis.id, id, (before) => agreed(before, verification));
    setUndo({
      text: say('agreed', { count: after.length }),
      undo: () => {
        for (const { id, answer } of after)
          record.answer(diagnosis.id, id, (before) => withoutAgreement(before, answer));
        return Promise.resolve();
      },
    });
  };
  return { agree, undo, forget: () => setUndo(null) };
}

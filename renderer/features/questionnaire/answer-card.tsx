import { useCallback } from 'react';
import type { Answer } from '#assessments/schema/answers.ts';
import { useRecord } from '../../app/use-record.ts';
import { knownOf } from './answer-state.ts';
import { useCardContext } from './card-context.ts';
import { CardView } from './card-view.tsx';

/** One question, told only what concerns it, so that an answer paints its own card and no other. */
export function AnswerCard({ id }: { readonly id: string }) {
  const { record, diagnosis, readOnly, mill } = useRecord();
  const { side, active, activate, target } = useCardContext();
  const change = useCallback(
    (next: (before: Answer | undefined) => Answer | undefined) => record.answer(diagnosis.id, id, next),
    [record, diagnosis.id, id],
  );
  const question = mill.questions.get(id);
  if (question === undefined) return null;
  const known = knownOf(question, mill.facts.now, diagnosis.answers);
  const blocks = Object.values(mill.scores.packs).some((pack) =>
    pack.blockers.some((blocker) => blocker.questions.includes(id)),
  );
  return (
    <CardView
      question={question}
      answer={diagnosis.answers[id]}
      side={side}
      knownValue={known?.value ?? null}
      knownFrom={known?.question ?? null}
      blocks={blocks}
      isActive={active === id}
      isTarget={target === id}
      readOnly={readOnly}
      onChange={change}
      onActivate={activate}
    />
  );
}

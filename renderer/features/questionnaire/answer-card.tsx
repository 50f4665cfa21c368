import { useCallback } from 'react';
import type { Answer } from '#assessments/schema/answers.ts';
import { grouped } from '#assessments/reporting/shown-figure.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { factsPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { knownIds } from '../../documents/composer/known-ids.ts';
import { useWords } from '../../i18n/use-words.ts';
import { knownOf } from './answer-state.ts';
import { useCardContext } from './card-context.ts';
import { CardView } from './card-view.tsx';
import { registerSays, type RegisterFigures } from './register-says.ts';

/** One question, told only what concerns it, so that an answer paints its own card and no other. */
export function AnswerCard({ id }: { readonly id: string }) {
  const { say, pick } = useWords();
  const { record, dossier, diagnosis, readOnly, mill } = useRecord();
  const { side, verification, active, activate, target, onGuidance } = useCardContext();
  const change = useCallback(
    (next: (before: Answer | undefined) => Answer | undefined) => record.answer(diagnosis.id, id, next),
    [record, diagnosis.id, id],
  );
  const question = mill.questions.get(id);
  if (question === undefined) return null;
  const known = knownOf(question, mill.facts.now, diagnosis.answers);
  const register = registerSays(question, mill.facts.now, knownIds.machines);
  const blocks = Object.values(mill.scores.packs).some((pack) =>
    pack.blockers.some((blocker) => blocker.questions.includes(id)),
  );
  return (
    <CardView
      question={question}
      answer={diagnosis.answers[id]}
      side={side}
      verification={verification}
      knownValue={known?.value ?? null}
      knownFrom={known?.question ?? null}
      registerText={register === null ? null : textOf(register)}
      registerPath={register === null ? null : factsPath(dossier.id, 'machines')}
      blocks={blocks}
      isActive={active === id}
      isTarget={target === id}
      readOnly={readOnly}
      onChange={change}
      onActivate={activate}
      onGuidance={onGuidance}
    />
  );

  /** Null where the register does not say both numbers. */
  function textOf({ numerator, denominator }: RegisterFigures): string | null {
    if (numerator.figure === null || denominator.figure === null) return null;
    return say('register-says', {
      part: `${pick(factSheet[numerator.fact].label)} ${grouped(numerator.figure)}`,
      whole: `${pick(factSheet[denominator.fact].label)} ${grouped(denominator.figure)}`,
    });
  }
}

import { useEffect, useRef, useState } from 'react';
import { shippedQuestions } from '#assessments/packs/registry.ts';
import type { AnswerValue } from '#assessments/schema/answers.ts';
import { answerText } from '#assessments/reporting/answer-text.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { computed } from '#assessments/reporting/shown-figure.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { differs, effective, knownOf, withText, withValue } from './answer-state.ts';
import { AnswerInput } from './answer-input.tsx';
import { useCardContext } from './card-context.ts';

/** One question with everything that may be said to it. */
export function AnswerCard({ id }: { readonly id: string }) {
  const { say, pick, language } = useWords();
  const { record, diagnosis, dossier, readOnly, scored } = useRecord();
  const { side, active, activate, target } = useCardContext();
  const [shortReason, setShortReason] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (target !== id) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'center' });
  }, [target, id]);
  const question = shippedQuestions.get(id);
  const [open, setOpen] = useState<'na' | 'unknown' | 'note' | null>(null);
  /** What the last tool took away; offered back. */
  const [replaced, setReplaced] = useState<AnswerValue | null>(null);
  if (question === undefined) return null;
  const answer = diagnosis.answers[id];
  const value = answer?.[side];
  const counts = effective(answer);
  const facts = dossier.facts[String(diagnosis.year)] ?? {};
  const known = knownOf(question, facts, diagnosis.answers);
  const words = wordsIn(language);
  const blocks = Object.values(scored.packs).some((pack) =>
    pack.blockers.some((blocker) => blocker.questions.includes(id)),
  );
  const put = (next: AnswerValue | undefined) =>
    record.answer(diagnosis.id, id, (before) => withValue(before, side, next));
  const set = (next: AnswerValue | undefined) => {
    if (value !== undefined && isGiven(value) && !isGiven(next)) setReplaced(value);
    else if (isGiven(next)) setReplaced(null);
    put(next);
  };
  const choose = (next: AnswerValue | undefined) => {
    setOpen(null);
    set(next);
  };
  const other = side === 'self' ? answer?.verified : answer?.self;
  const shownReason = open === 'na' || value?.na !== undefined;
  const shownHolder = open === 'unknown' || value?.unknown !== undefined;
  return (
    <article
      ref={card}
      id={`card-${id}`}
      className={`card${active === id ? ' active' : ''}${counts === undefined && known === null ? '' : ' answered'}`}
      aria-labelledby={`stem-${id}`}
      tabIndex={-1}
      onFocusCapture={() => activate(id)}
      onClick={() => activate(id)}
    >
      <header>
        <span className="id">{id}</span>
        {blocks ? <span className="tag warning">{say('tag-blocks')}</span> : null}
        {answer?.flag === undefined ? null : <span className="tag accent">{say('tag-flagged')}</span>}
        {counts?.unknown === undefined ? null : <span className="tag muted">{say('tag-unknown')}</span>}
        {differs(answer) ? <span className="tag bad">{say('tag-differs')}</span> : null}
      </header>
      <h3 id={`stem-${id}`}>{pick(question.stem)}</h3>
      {known === null ? null : (
        <p className="known">
          {known.question === null
            ? say('known-from-facts', { value: computed(known.value) })
            : say('known-from-answer', { question: known.question, value: computed(known.value) })}
        </p>
      )}
      <fieldset disabled={readOnly}>
        <legend className="unseen">{pick(question.stem)}</legend>
        {known === null || value !== undefined ? (
          <AnswerInput question={question} value={value} other={other} onChange={choose} />
        ) : null}
        {other === undefined ? null : (
          <p className="other-side">
            {say(side === 'self' ? 'verified-is' : 'self-is', { answer: answerText(question, other, words) })}
          </p>
        )}
        {answer?.evidence === undefined || answer.evidence.length === 0 ? null : (
          <p className="hint">{say('evidence-count', { count: answer.evidence.length })}</p>
        )}
        <div className="card-tools">
          {question.naAllowed ? (
            <ToolButton
              pressed={shownReason}
              onClick={() => {
                setOpen(shownReason ? null : 'na');
                if (value?.na !== undefined) set(undefined);
              }}
            >
              {say('not-applicable')}
            </ToolButton>
          ) : null}
          <ToolButton
            pressed={value?.unknown !== undefined}
            onClick={() => {
              setOpen(value?.unknown === undefined ? 'unknown' : null);
              set(value?.unknown === undefined ? { unknown: '' } : undefined);
            }}
          >
            {say('find-out')}
          </ToolButton>
          <ToolButton pressed={answer?.note !== undefined} onClick={() => setOpen(open === 'note' ? null : 'note')}>
            {say('note')}
          </ToolButton>
          <ToolButton
            pressed={answer?.flag !== undefined}
            onClick={() =>
              record.answer(diagnosis.id, id, (before) =>
                withText(before, 'flag', before?.flag === undefined ? say('flag-text') : ''),
              )
            }
          >
            {say('flag')}
          </ToolButton>
          {replaced === null ? null : (
            <ToolButton pressed={false} onClick={() => choose(replaced)}>
              {say('put-back')}
            </ToolButton>
          )}
          {value === undefined ? null : (
            <ToolButton pressed={false} onClick={() => choose(undefined)}>
              {say('clear')}
            </ToolButton>
          )}
        </div>
        {shownReason ? (
          <DraftField
            label={say('na-reason')}
            value={value?.na ?? ''}
            autoFocus={open === 'na'}
            invalid={shortReason ? say('na-too-short') : null}
            onCommit={(text) => {
              setShortReason(text.trim().length === 1);
              if (text.trim().length >= 2) set({ na: text.trim() });
            }}
          />
        ) : null}
        {shownHolder ? (
          <DraftField
            label={say('who-finds-out')}
            value={value?.unknown ?? ''}
            onCommit={(text) => {
              if (value?.unknown !== undefined) set({ unknown: text });
            }}
          />
        ) : null}
        {open === 'note' || answer?.note !== undefined ? (
          <DraftField
            multiline
            label={say('note')}
            value={answer?.note ?? ''}
            autoFocus={open === 'note'}
            onCommit={(text) => record.answer(diagnosis.id, id, (before) => withText(before, 'note', text))}
          />
        ) : null}
      </fieldset>
    </article>
  );
}

/** An answer of substance, other than "does not apply" and "to be found out". */
function isGiven(value: AnswerValue | undefined): boolean {
  return value !== undefined && value.na === undefined && value.unknown === undefined;
}

function ToolButton({
  pressed,
  onClick,
  children,
}: {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <button type="button" className="tool" aria-pressed={pressed} onClick={onClick}>
      {children}
    </button>
  );
}

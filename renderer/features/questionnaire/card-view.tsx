import { memo, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Answer, AnswerValue } from '#assessments/schema/answers.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { answerText } from '#assessments/reporting/answer-text.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { computed } from '#assessments/reporting/shown-figure.ts';
import { useWords } from '../../i18n/use-words.ts';
import { agreed, canAgree } from './agreement.ts';
import { differs, effective, isGiven, withValue, type Side, type Verification } from './answer-state.ts';
import { AnswerInput } from './answer-input.tsx';
import { CardTools, type Opened } from './card-tools.tsx';

export interface CardViewProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly side: Side;
  readonly verification: Verification | undefined;
  /** What facts or another answer say already; null where they say nothing. */
  readonly knownValue: number | null;
  /** The question whose answer says it; null where the facts do. */
  readonly knownFrom: string | null;
  /** What the machine register says to it; null where it does not. */
  readonly registerText: string | null;
  /** Where the register is typed; null where no number of machines answers the question. */
  readonly registerPath: string | null;
  /** The next level waits for this question; one that is not answered yet says that instead. */
  readonly blocks: boolean;
  readonly isActive: boolean;
  readonly isTarget: boolean;
  readonly readOnly: boolean;
  readonly onChange: (next: (before: Answer | undefined) => Answer | undefined) => void;
  readonly onActivate: (question: string) => void;
  readonly onGuidance: ((question: string) => void) | undefined;
}

/** One question with everything that may be said to it. */
export const CardView = memo(function CardView(props: CardViewProps) {
  const { question, answer, side, verification, knownValue, knownFrom, isActive, isTarget, readOnly } = props;
  const { onChange, onActivate } = props;
  const { id } = question;
  const { say, pick, language } = useWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  /** What the last tool took away; offered back. */
  const [replaced, setReplaced] = useState<AnswerValue | null>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isTarget) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'center' });
  }, [isTarget]);
  const value = answer?.[side];
  const other = side === 'self' ? answer?.verified : answer?.self;
  const isAnswered = side === 'verified' ? value !== undefined : effective(answer) !== undefined || knownValue !== null;
  const set = (next: AnswerValue | undefined) => {
    if (value !== undefined && isGiven(value) && !isGiven(next)) setReplaced(value);
    else if (isGiven(next)) setReplaced(null);
    onChange((before) => withValue(before, side, next, verification));
  };
  const choose = (next: AnswerValue | undefined) => {
    setOpened(null);
    set(next);
  };
  return (
    <article
      ref={card}
      id={`card-${id}`}
      className={`card${isActive ? ' active' : ''}${isAnswered ? ' answered' : ''}`}
      aria-labelledby={`stem-${id}`}
      tabIndex={-1}
      onFocusCapture={() => onActivate(id)}
      onClick={() => onActivate(id)}
      onKeyDown={({ key, target }) => {
        if ((key === 'Enter' || key === 'Escape') && target instanceof HTMLInputElement) card.current?.focus();
      }}
    >
      <CardTags {...props} />
      <h3 id={`stem-${id}`}>{pick(question.stem)}</h3>
      {knownValue === null ? null : (
        <p className="known">
          {knownFrom === null
            ? say('known-from-facts', { value: computed(knownValue) })
            : say('known-from-answer', { question: knownFrom, value: computed(knownValue) })}
        </p>
      )}
      <fieldset disabled={readOnly}>
        <legend className="unseen">{pick(question.stem)}</legend>
        {knownValue === null || value !== undefined ? (
          <AnswerInput question={question} value={value} other={other} onChange={choose} />
        ) : null}
        <RegisterLine {...props} />
        {other === undefined ? null : (
          <p className="other-side">
            {say(side === 'self' ? 'verified-is' : 'self-is', {
              answer: answerText(question, other, wordsIn(language)),
            })}{' '}
            {side === 'verified' && verification !== undefined && canAgree(answer) ? (
              <button
                type="button"
                className="tool"
                aria-keyshortcuts="Y"
                onClick={() => onChange((before) => agreed(before, verification))}
              >
                {say('agree')}
              </button>
            ) : null}
          </p>
        )}
        <VerifiedLine answer={answer} />
        <CardTools
          question={question}
          answer={answer}
          side={side}
          opened={opened}
          replaced={replaced}
          onOpen={setOpened}
          onSet={set}
          onChoose={choose}
          onChange={onChange}
        />
      </fieldset>
    </article>
  );
});

function RegisterLine({ registerText, registerPath }: CardViewProps) {
  const { say } = useWords();
  if (registerPath === null) return null;
  return (
    <p className="hint">
      {registerText ?? say('register-would-say')} <Link href={registerPath}>{say('facts-machines')}</Link>
    </p>
  );
}

function VerifiedLine({ answer }: Pick<CardViewProps, 'answer'>) {
  const { say } = useWords();
  if (answer?.verifiedOn === undefined) return null;
  return (
    <p className="hint">{say('verified-when', { day: answer.verifiedOn, name: answer.verifiedBy ?? '' }).trim()}</p>
  );
}

function CardTags({ question, answer, knownValue, blocks, onGuidance }: CardViewProps) {
  const { say } = useWords();
  const hasRemark = answer?.flag !== undefined && answer.flag !== say('flag-text');
  return (
    <header>
      <span className="id">{question.id}</span>
      {blocks ? <BlockTag isOpen={effective(answer) === undefined && knownValue === null} /> : null}
      {answer?.flag === undefined ? null : <span className="tag accent">{say('tag-flagged')}</span>}
      {hasRemark ? <small>{answer?.flag}</small> : null}
      {effective(answer)?.unknown === undefined ? null : <span className="tag muted">{say('tag-unknown')}</span>}
      {differs(answer) ? <span className="tag bad">{say('tag-differs')}</span> : null}
      {onGuidance === undefined ? null : (
        <button
          type="button"
          className="tool guidance-handle"
          aria-keyshortcuts="G"
          aria-haspopup="dialog"
          onClick={() => onGuidance(question.id)}
        >
          {say('guidance')}
        </button>
      )}
    </header>
  );
}

function BlockTag({ isOpen }: { readonly isOpen: boolean }) {
  const { say } = useWords();
  return isOpen ? (
    <span className="tag muted">{say('filter-unanswered')}</span>
  ) : (
    <span className="tag warning">{say('tag-blocks')}</span>
  );
}

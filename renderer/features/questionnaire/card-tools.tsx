import { useState } from 'react';
import type { Answer, AnswerValue } from '#assessments/schema/answers.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { withText, type Side } from './answer-state.ts';
import { EvidenceSlots } from './evidence-slots.tsx';

/** The part of a card that was opened by its button. */
export type Opened = 'na' | 'unknown' | 'note' | 'evidence';

interface CardToolsProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly side: Side;
  readonly opened: Opened | null;
  readonly replaced: AnswerValue | null;
  readonly onOpen: (part: Opened | null) => void;
  /** Sets the value and leaves open what is open. */
  readonly onSet: (value: AnswerValue | undefined) => void;
  /** Sets the value and closes what is open. */
  readonly onChoose: (value: AnswerValue | undefined) => void;
  readonly onChange: (next: (before: Answer | undefined) => Answer | undefined) => void;
}

/** What may be said to a question beside its answer, and the fields for it. */
export function CardTools(props: CardToolsProps) {
  const { question, answer, side, opened, replaced, onOpen, onSet, onChoose, onChange } = props;
  const { say } = useWords();
  const value = answer?.[side];
  const isNotApplicable = opened === 'na' || value?.na !== undefined;
  const holder = value?.unknown;
  const isUnknown = holder !== undefined;
  const files = answer?.evidence?.length ?? 0;
  return (
    <>
      <div className="card-tools">
        {question.naAllowed ? (
          <ToolButton
            pressed={isNotApplicable}
            onClick={() => {
              onOpen(isNotApplicable ? null : 'na');
              if (value?.na !== undefined) onSet(undefined);
            }}
          >
            {say('not-applicable')}
          </ToolButton>
        ) : null}
        <ToolButton
          pressed={isUnknown}
          onClick={() => {
            onOpen(isUnknown ? null : 'unknown');
            onSet(isUnknown ? undefined : { unknown: '' });
          }}
        >
          {say('find-out')}
        </ToolButton>
        <ToolButton pressed={answer?.note !== undefined} onClick={() => onOpen(opened === 'note' ? null : 'note')}>
          {say('note')}
        </ToolButton>
        <ToolButton pressed={files > 0} onClick={() => onOpen(opened === 'evidence' ? null : 'evidence')}>
          {files === 0 ? say('evidence') : say('evidence-of', { count: files })}
        </ToolButton>
        <ToolButton
          pressed={answer?.flag !== undefined}
          onClick={() =>
            onChange((before) => withText(before, 'flag', before?.flag === undefined ? say('flag-text') : ''))
          }
        >
          {say('flag')}
        </ToolButton>
        {replaced === null ? null : (
          <ToolButton pressed={false} onClick={() => onChoose(replaced)}>
            {say('put-back')}
          </ToolButton>
        )}
        {value === undefined ? null : (
          <ToolButton pressed={false} onClick={() => onChoose(undefined)}>
            {say('clear')}
          </ToolButton>
        )}
      </div>
      {isNotApplicable ? <ReasonField value={value} autoFocus={opened === 'na'} onSet={onSet} /> : null}
      {isUnknown ? (
        <DraftField label={say('who-finds-out')} value={holder} onCommit={(text) => onSet({ unknown: text })} />
      ) : null}
      {opened === 'note' || answer?.note !== undefined ? (
        <DraftField
          multiline
          label={say('note')}
          value={answer?.note ?? ''}
          autoFocus={opened === 'note'}
          onCommit={(text) => onChange((before) => withText(before, 'note', text))}
        />
      ) : null}
      {opened === 'evidence' || files > 0 ? (
        <EvidenceSlots answer={answer} onChange={onChange} onRemove={() => onOpen('evidence')} />
      ) : null}
    </>
  );
}

const SHORTEST_REASON = 2;

function ReasonField({
  value,
  autoFocus,
  onSet,
}: {
  readonly value: AnswerValue | undefined;
  readonly autoFocus: boolean;
  readonly onSet: (value: AnswerValue) => void;
}) {
  const { say } = useWords();
  const [tooShort, setTooShort] = useState(false);
  return (
    <DraftField
      label={say('na-reason')}
      value={value?.na ?? ''}
      autoFocus={autoFocus}
      invalid={tooShort ? say('na-too-short') : null}
      onCommit={(text) => {
        const reason = text.trim();
        setTooShort(reason !== '' && reason.length < SHORTEST_REASON);
        if (reason.length >= SHORTEST_REASON) onSet({ na: reason });
      }}
    />
  );
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

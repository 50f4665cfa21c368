import type { Answer } from '#assessments/schema/answers.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { canAgree } from './agreement.ts';

type Asked = readonly { readonly id: string }[];

interface AgreeBarProps {
  readonly shown: Asked;
  /** All questions of the topic that are asked. */
  readonly topic: Asked;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly disabled: boolean;
  readonly verifier: string;
  readonly onVerifier: (name: string) => void;
  readonly onAgree: (questions: Asked) => void;
}

/** For whoever verifies: under which name, and agreeing with all that the mill gave on the page or in the topic. */
export function AgreeBar({ shown, topic, answers, disabled, verifier, onVerifier, onAgree }: AgreeBarProps) {
  const { say } = useWords();
  const open = (questions: Asked) => questions.filter(({ id }) => canAgree(answers[id]));
  const [onPage, inTopic] = [open(shown), open(topic)];
  return (
    <div className="agree-bar">
      <DraftField
        label={say('verifier')}
        value={verifier}
        maxLength={40}
        onCommit={(name) => onVerifier(name.trim())}
      />
      <button type="button" disabled={disabled || onPage.length === 0} onClick={() => onAgree(onPage)}>
        {say('agree-page', { count: onPage.length })}
      </button>
      <button type="button" disabled={disabled || inTopic.length === 0} onClick={() => onAgree(inTopic)}>
        {say('agree-topic', { count: inTopic.length })}
      </button>
    </div>
  );
}

import { useId, useState } from 'react';
import { MOST_PASSPHRASE } from '#electron/contract/desktop-api.ts';
import { useWords } from '../i18n/use-words.ts';

interface PassphraseFieldProps {
  readonly value: string;
  /** A browser offers to keep a new one, and nothing for one that was told in person. */
  readonly autoComplete: 'new-password' | 'off';
  readonly isInline?: boolean;
  /** Where it is asked for, typing can begin at once. */
  readonly isAsked?: boolean;
  /** One that was made can be read at once. */
  readonly isShownAtFirst?: boolean;
  readonly onChange: (value: string) => void;
}

/** A passphrase, hidden until the user wants to see what was typed: one with a slip of the finger opens nothing. */
export function PassphraseField({
  value,
  autoComplete,
  isInline = false,
  isAsked = false,
  isShownAtFirst = false,
  onChange,
}: PassphraseFieldProps) {
  const { say } = useWords();
  const id = useId();
  const [wantsShown, setShown] = useState(isShownAtFirst);
  const isShown = wantsShown && value !== '';
  return (
    <div className={isInline ? 'field inline' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {say('package-passphrase')}
      </label>
      <span className="with-button">
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          spellCheck={false}
          autoFocus={isAsked}
          maxLength={MOST_PASSPHRASE}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
        <button type="button" className="quiet" onClick={() => setShown(!isShown)}>
          {say(isShown ? 'passphrase-hide' : 'passphrase-show')}
        </button>
      </span>
    </div>
  );
}

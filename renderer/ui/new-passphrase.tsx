import { useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { MADE_BITS, madePassphrase } from './made-passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { weaknessOf } from './weak-passphrase.ts';

interface NewPassphraseProps {
  readonly value: string;
  /** Words that whoever finds the package guesses first. */
  readonly own: readonly string[];
  readonly onChange: (value: string) => void;
}

/** A passphrase to be thought of, or made by chance; an easily guessed one is advised against and taken all the same. */
export function NewPassphrase({ value, own, onChange }: NewPassphraseProps) {
  const { say } = useWords();
  const [made, setMade] = useState('');
  const weakness = value === '' ? null : weaknessOf(value, own);
  const make = () => {
    const passphrase = madePassphrase();
    setMade(passphrase);
    onChange(passphrase);
  };
  return (
    <div>
      <PassphraseField
        key={made}
        isShownAtFirst={made !== ''}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
      />
      <button type="button" className="quiet" onClick={make}>
        {say('passphrase-make')}
      </button>
      <div role="status">
        {value === '' ? <p className="tone-warning">{say('package-unlocked')}</p> : null}
        {weakness === null ? null : (
          <p className="tone-warning">{say('passphrase-weak', { why: say(`passphrase-is-${weakness}`) })}</p>
        )}
        {made !== '' && value === made ? <p className="hint">{say('passphrase-made', { bits: MADE_BITS })}</p> : null}
      </div>
    </div>
  );
}

import { useId } from 'react';
import { useWords } from '../../i18n/use-words.ts';

/** What is said when a package is to be de-identified; null where the mill goes by its name. */
export interface Disguised {
  readonly codeName: string;
  readonly keepsEvidence: boolean;
}

interface DisguiseFieldsProps {
  readonly disguise: Disguised | null;
  readonly onChange: (disguise: Disguised | null) => void;
}

/** Whether the mill's name is taken out, what it is called instead, and whether evidence that may show it goes along. */
export function DisguiseFields({ disguise, onChange }: DisguiseFieldsProps) {
  const { say } = useWords();
  const hint = useId();
  const warning = useId();
  return (
    <fieldset className="disguise">
      <legend className="unseen">{say('deidentify')}</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={disguise !== null}
          aria-describedby={hint}
          onChange={({ target }) => onChange(target.checked ? { codeName: '', keepsEvidence: false } : null)}
        />
        <span>{say('deidentify')}</span>
      </label>
      <p id={hint} className="hint">
        {say('deidentify-hint')}
      </p>
      {disguise === null ? null : (
        <>
          <label className="field">
            <span className="field-label">{say('code-name')}</span>
            <input
              type="text"
              required
              maxLength={100}
              value={disguise.codeName}
              onChange={({ target }) => onChange({ ...disguise, codeName: target.value })}
            />
          </label>
          <label className="tick">
            <input
              type="checkbox"
              checked={disguise.keepsEvidence}
              aria-describedby={warning}
              onChange={({ target }) => onChange({ ...disguise, keepsEvidence: target.checked })}
            />
            <span>{say('include-evidence')}</span>
          </label>
          <p id={warning} className="tone-warning">
            {say('include-evidence-warning')}
          </p>
        </>
      )}
    </fieldset>
  );
}

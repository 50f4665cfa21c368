import { useState } from 'react';
import { knownIds } from '../../../documents/composer/known-ids.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useKindName } from './use-kind-name.ts';

const MOST_SHOWN = 12;

interface AddKindProps {
  /** Kinds that stand in the table already. */
  readonly shown: ReadonlySet<string>;
  readonly onAdd: (kind: string) => void;
}

/** Looks up a kind of machine that the starting list does not have. */
export function AddKind({ shown, onAdd }: AddKindProps) {
  const { say } = useWords();
  const [sought, setSought] = useState('');
  const nameOf = useKindName();
  const text = sought.trim().toLowerCase();
  const found = [...knownIds.machines.values()].filter(
    ({ id, name }) => !shown.has(id) && Object.values(name).some((one) => one.toLowerCase().includes(text)),
  );
  return (
    <section className="fact-group register-add">
      <label className="field">
        <span className="field-label">{say('add-machine')}</span>
        <input type="search" value={sought} onChange={({ target }) => setSought(target.value)} />
      </label>
      {text === '' ? null : (
        <p className="buttons tight" role="status">
          {found.length === 0 ? say('no-such-machine') : null}
          {found.slice(0, MOST_SHOWN).map(({ id }) => (
            <button
              key={id}
              type="button"
              onClick={() => {
                setSought('');
                onAdd(id);
              }}
            >
              {nameOf(id)}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

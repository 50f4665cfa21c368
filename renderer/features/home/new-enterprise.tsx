import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';

/** Asks for the name of a new enterprise; everything else comes in its profile. */
export function NewEnterprise({
  onCreate,
  onClose,
}: {
  /** Settles when it was tried, also in vain. */
  readonly onCreate: (name: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [created, setCreated] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="new-title">
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '' || created) return;
          setCreated(true);
          void onCreate(name.trim()).then(() => setCreated(false));
        }}
      >
        <h2 id="new-title">{say('new-enterprise')}</h2>
        <label className="field">
          <span className="field-label">{say('name')}</span>
          <input type="text" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <div className="buttons">
          <button type="submit" className="primary" disabled={name.trim() === '' || created}>
            {say('create')}
          </button>
          <button type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

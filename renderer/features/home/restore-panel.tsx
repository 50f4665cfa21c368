import { useEffect, useState } from 'react';
import type { MirrorEntry } from '#electron/contract/desktop-api.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { missingHere, restore, type Restored } from '../../storage/restore.ts';
import { declinedCopies, declineCopies } from './declined-copies.ts';

const SHOWN_NAMES = 5;

/** Offers to bring back enterprises of which only the copies outside the database are left. */
export function RestorePanel() {
  const { say } = useWords();
  const { desktop, store } = useServices();
  const [missing, setMissing] = useState<readonly MirrorEntry[]>([]);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Restored | null>(null);
  useEffect(() => {
    const declined = declinedCopies();
    void missingHere(desktop, store).then((entries) => setMissing(entries.filter(({ id }) => !declined.has(id))));
  }, [desktop, store]);
  if (result !== null)
    return (
      <section className="welcome" role="status">
        <p>{say('restored', { count: result.restored })}</p>
        {result.unreadable.length === 0 ? null : (
          <p className="tone-bad">
            {say('restore-unreadable', { names: result.unreadable.join(say('list-separator')) })}
          </p>
        )}
      </section>
    );
  if (missing.length === 0) return null;
  const names = missing.slice(0, SHOWN_NAMES).map(({ name }) => name);
  const bringBack = async () => {
    setBusy(true);
    setResult(await restore(missing, desktop, store));
  };
  return (
    <section className="welcome" role="status">
      <h2>{say('restore-title', { count: missing.length })}</h2>
      <p>
        {names.join(say('list-separator'))}
        {missing.length > SHOWN_NAMES ? '…' : ''}
      </p>
      <p className="buttons">
        <button type="button" className="primary" disabled={busy} onClick={() => void bringBack()}>
          {say('restore-all')}
        </button>
        <button
          type="button"
          disabled={busy}
          onClick={() => {
            declineCopies(missing.map(({ id }) => id));
            setMissing([]);
          }}
        >
          {say('restore-decline')}
        </button>
      </p>
    </section>
  );
}
